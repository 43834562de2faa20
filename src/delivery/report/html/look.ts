/** The look of the page: the same greys, accent and sizes as the planner's page; prints on letter paper. */
export const sheet = `
:root{color-scheme:light;--paper:#fff;--sheet:#f5f6f7;--ink:#1c2126;--quiet:#59626b;--rule:#d9dde1;--accent:#0b6e6e;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;--paper:#14181c;--sheet:#1c2126;--ink:#eef1f4;--quiet:#a8b2bc;--rule:#363e46;--accent:#5cc8c4;--bad:#ff9a91}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/20px Inter,system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
header,footer{padding:24px 32px;border-bottom:1px solid var(--rule);background:var(--sheet)}
footer{border:0;border-top:1px solid var(--rule);color:var(--quiet)}
h1{font-size:28px;line-height:36px;margin:0 0 8px}
h2{font-size:20px;line-height:28px;margin:40px 0 8px;padding-top:16px;border-top:1px solid var(--rule)}
h3{font-size:16px;line-height:24px;margin:24px 0 8px}
h1,h2,h3,h4{overflow-wrap:break-word}
h4{font-size:14px;line-height:20px;margin:16px 0 4px}
nav h2{border:0;margin:0 0 8px;padding:0;font-size:16px}
p{max-width:72ch;margin:0 0 8px;overflow-wrap:break-word}
.over,.note,small{color:var(--quiet);font-size:12px}
.sub{font-size:16px;line-height:24px}
.lead{font-size:16px;line-height:24px;font-weight:600}
.missing{border-left:4px solid var(--bad);background:var(--sheet);padding:8px 12px}
.formula{max-width:none}
.formula code{display:block;overflow-wrap:anywhere;background:var(--sheet);padding:8px;border-radius:4px;font-size:12px;line-height:16px}
a{color:var(--accent)}
dl{margin:8px 0;display:grid;gap:4px 24px;grid-template-columns:repeat(auto-fill,minmax(min(100%,320px),1fr))}
dt{color:var(--quiet);font-size:12px}
dd{margin:0;overflow-wrap:anywhere}
.frame{display:flex;align-items:flex-start;max-width:1680px;margin:0 auto}
nav{flex:0 0 272px;position:sticky;top:0;max-height:100vh;overflow:auto;padding:16px 16px 16px 32px;font-size:12px}
nav ol{list-style:none;margin:0;padding:0}
nav ol ol{padding-left:12px}
nav a{display:block;padding:4px 0;min-height:24px;text-decoration:none;color:var(--ink)}
nav ol ol a{color:var(--quiet)}
nav a:hover{color:var(--accent)}
main{flex:1;min-width:0;padding:0 32px 32px}
.holder{overflow-x:auto;margin:8px 0 16px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse}
caption{text-align:left;font-weight:600;padding:4px 8px}
caption small{font-weight:400;margin-left:8px}
th,td{padding:5px 8px;text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:600;font-size:12px;border-bottom:1px solid var(--ink);vertical-align:bottom}
tbody th{position:sticky;left:0;background:var(--paper);min-width:140px}
.n{text-align:right;white-space:nowrap}
.neg{color:var(--bad)}
tr.subtotal>*{font-weight:600;border-top:1px solid var(--rule)}
tr.total>*{font-weight:600;border-top:1px solid var(--ink);border-bottom:3px double var(--ink)}
tr.group>*{font-weight:600;color:var(--quiet);font-size:12px;padding-top:12px}
tbody tr:hover>*{background:var(--sheet)}
figure{margin:16px 0}
figure svg{display:block;width:100%;max-width:960px;height:auto;background:#fff;border:1px solid var(--rule);border-radius:8px}
@media (max-width:900px){.frame{display:block}nav{position:static;max-height:none;padding:16px}main{padding:0 16px 24px}header,footer{padding:16px}tbody th{min-width:110px}}
@media print{@page{size:letter;margin:16mm}:root{color-scheme:light;--paper:#fff;--sheet:#fff;--ink:#000;--quiet:#444;--rule:#bbb;--bad:#900}nav,footer a,header .note{display:none}.frame,main{display:block;padding:0}.holder{overflow:visible}table{font-size:8px;line-height:11px;width:100%}th,td{padding:2px 3px}tbody th{position:static;min-width:0}h2{break-before:page}h2,h3,h4{break-after:avoid}tr,figure{break-inside:avoid}}
`
