import { plain } from '../../../../text/numbers.ts'
import { drawerWords } from '../../../../text/web/drawer.ts'
import { go, useAddress } from '../../state/address.ts'
import type { Explanation } from '../../state/api.ts'
import { usePlan } from '../../state/plan.ts'
import { useWords } from '../../state/words.ts'
import { digits, memberWords } from './text.ts'

type Traced = Explanation['operands'][number]

/** One thing that a figure was made from: a line leads on, an input says its place and source, a norm its article. */
export function Operand({ of }: { of: Traced }) {
  const { locale } = useAddress()
  const document = usePlan()?.document
  const name = [of[locale], of.year ?? '', memberWords(of.at, document, locale)].filter(Boolean).join(', ')
  const question = { line: of.id, at: of.at, ...(of.year === null ? {} : { year: of.year }) }
  return (
    <li>
      {of.kind === 'line' ? (
        <button
          type="button"
          class="figure"
          aria-label={drawerWords[locale].follow(name)}
          onClick={() => go({ explain: question })}
        >
          {name}
        </button>
      ) : (
        <span>{name}</span>
      )}
      <span class="space" />
      <span class="number">{plain(of.value, digits(of.value), locale)}</span>
      {of.kind !== 'line' && <OriginOf of={of} />}
    </li>
  )
}

function OriginOf({ of: { origin, kind } }: { of: Traced }) {
  const { drawer } = useWords()
  const { locale } = useAddress()
  const words = drawerWords[locale]
  const { law, source, pointer, isDefault, because } = origin ?? {}
  return (
    <>
      {law !== undefined && (
        <small>
          {`${drawer.law}: `}
          <a href={law.url} target="_blank" rel="noreferrer">{`${law.norm}, ${law.article}`}</a>
          {` (${words.confirmed[law.confirmed] ?? law.confirmed})`}
        </small>
      )}
      {pointer !== undefined && (
        <small>
          {`${words.given}: `}
          <code>{pointer}</code>
        </small>
      )}
      {isDefault === true && pointer !== undefined && <small>{words.default}</small>}
      {source !== undefined && (
        <small>
          {`${drawer.source}: ${source.source} · ${drawer.status[source.status]}`}
          {source.note === undefined ? '' : `. ${source.note}`}
        </small>
      )}
      {kind === 'input' && source === undefined && isDefault !== true && pointer !== undefined && (
        <small>{words.unknownSource}</small>
      )}
      {because !== undefined && <small>{because[locale]}</small>}
    </>
  )
}
