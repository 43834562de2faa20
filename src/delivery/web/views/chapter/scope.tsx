import { chapterWords } from '../../../../text/web/chapter.ts'
import { idFrom } from '../../form/lists.ts'
import type { Scope } from '../../form/sections.tsx'
import type { Address } from '../../state/address.ts'
import { addressStore, go } from '../../state/address.ts'
import { edit } from '../../state/edit.ts'
import { usePlan } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'

interface Member {
  readonly id?: string
  readonly name?: string
  readonly statusQuo?: boolean
}
type Document = Readonly<Record<string, unknown>>

const members = (list: unknown): readonly Member[] => (Array.isArray(list) ? (list as Member[]) : [])
const townsOf = (document: Document | undefined) =>
  members((document?.territory as { municipalities?: unknown } | undefined)?.municipalities)
const alternativesOf = (document: Document | undefined) => members(document?.alternatives)

/** Which municipality and which alternative the forms are of, as the address says. */
export function scopeOf(document: Document | undefined, { own, alternative }: Address): Scope {
  const town = Math.min(Number(own.town ?? 0) || 0, Math.max(0, townsOf(document).length - 1))
  const at = alternativesOf(document).findIndex(({ id }) => id === alternative)
  return { town, alternative: Math.max(0, at) }
}

const goTown = (town: number): void => go({ own: { ...addressStore.get().own, town: String(town) } })

export function PickTown({ scope }: { scope: Scope }) {
  const words = chapterWords[useLocale()]
  const towns = townsOf(usePlan()?.document)
  const place = '/territory/municipalities'
  const add = (): void => {
    edit(place, [
      ...towns,
      {
        id: idFrom(
          `municipio-${towns.length + 1}`,
          towns.map(({ id }) => id),
        ),
        users: [],
      },
    ])
    goTown(towns.length)
  }
  return (
    <div class="row scope">
      <label>
        {words.municipality}{' '}
        <select value={String(scope.town)} onChange={({ currentTarget }) => goTown(Number(currentTarget.value))}>
          {towns.map(({ id, name }, at) => (
            <option key={at} value={String(at)}>
              {name ?? id ?? at + 1}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={add}>
        {words.addMunicipality}
      </button>
      {towns.length > 1 && (
        <button
          type="button"
          onClick={() =>
            edit(
              place,
              towns.filter((_, at) => at !== scope.town),
            )
          }
        >
          {words.removeMunicipality}
        </button>
      )}
    </div>
  )
}

export function PickPlanAlternative({ scope }: { scope: Scope }) {
  const words = chapterWords[useLocale()]
  const all = alternativesOf(usePlan()?.document)
  const add = (like: Member): void => {
    const id = idFrom(
      like.id ?? 'alternativa',
      all.map((one) => one.id),
    )
    edit('/alternatives', [...all, { ...like, id }])
    go({ alternative: id }, 'replace')
  }
  const own = all[scope.alternative]
  const copy = (): void => {
    const { statusQuo: _, ...rest } = own ?? {}
    add({ ...rest, name: `${own?.name ?? own?.id ?? ''} (2)` })
  }
  return (
    <div class="row scope">
      <label>
        {words.alternative}{' '}
        <select value={own?.id ?? ''} onChange={({ currentTarget }) => go({ alternative: currentTarget.value })}>
          {all.map(({ id, name }) => (
            <option key={id} value={id ?? ''}>
              {name ?? id}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => add({ id: 'alternativa', name: words.newAlternative })}>
        {words.addAlternative}
      </button>
      {own !== undefined && (
        <button type="button" onClick={copy}>
          {words.copyAlternative}
        </button>
      )}
      {all.length > 1 && (
        <button
          type="button"
          onClick={() =>
            edit(
              '/alternatives',
              all.filter((_, at) => at !== scope.alternative),
            )
          }
        >
          {words.removeAlternative}
        </button>
      )}
    </div>
  )
}
