import type { ComponentChildren } from 'preact'
import { plansWords } from '../../../../text/web/plans.ts'
import { useLocale } from '../../state/words.ts'

export interface Change {
  readonly id: string
  readonly name: ComponentChildren
  readonly before: string
  readonly after: string
  readonly difference?: string
}

interface ChangesProps {
  /** Head of the first column. */
  readonly head: string
  /** Rows under a name each; one without a name stands alone. */
  readonly groups: readonly { readonly id: string; readonly name: string; readonly rows: readonly Change[] }[]
  readonly withDifference?: boolean
}

/** What stood before and what stands now, row by row. */
export function ChangeTable({ head, groups, withDifference = false }: ChangesProps) {
  const words = plansWords[useLocale()].versions
  return (
    <div class="table-holder">
      <table class="data versions-table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" class="changed">
              {words.before}
            </th>
            <th scope="col" class="changed">
              {words.after}
            </th>
            {withDifference && <th scope="col">{words.difference}</th>}
          </tr>
        </thead>
        {groups.map(({ id, name, rows }) => (
          <tbody key={id}>
            {name !== '' && (
              <tr class="group">
                <th scope="rowgroup" colSpan={withDifference ? 4 : 3}>
                  {name}
                </th>
              </tr>
            )}
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                <td class="changed">{row.before}</td>
                <td class="changed">{row.after}</td>
                {withDifference && <td>{row.difference}</td>}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
