import { pickWords } from '../../../text/web/pick.ts'
import { go, useAddress } from '../state/address.ts'
import { usePlan, useStudy } from '../state/plan.ts'
import { useLocale } from '../state/words.ts'

/** The variant and the alternative that the address names, out of the last good result. */
export function useChosen() {
  const { result } = useStudy()
  const { variant, alternative } = useAddress()
  const at = result?.variants.find(({ id }) => id === variant) ?? result?.variants[0]
  const wanted = alternative ?? at?.ranking.order[0]?.alternative
  const of = at?.alternatives.find(({ id }) => id === wanted) ?? at?.alternatives[0]
  return { result, variant: at, alternative: of }
}

export function PickAlternative() {
  const words = pickWords[useLocale()]
  const { variant, alternative } = useChosen()
  if (variant === undefined || variant.alternatives.length < 2) return null
  return (
    <label class="pick">
      {words.alternative}
      <select
        value={alternative?.id}
        onChange={({ currentTarget }) => go({ alternative: currentTarget.value, explain: undefined })}
      >
        {variant.alternatives.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Nothing where the plan has one scenario only. */
export function PickVariant() {
  const words = pickWords[useLocale()]
  const { result, variant } = useChosen()
  const document = usePlan()?.document
  if (result === undefined || result.variants.length < 2) return null
  const own = (document?.variants ?? []) as readonly { id: string; name?: string }[]
  const named = (id: string): string => own.find((one) => one.id === id)?.name ?? (id === 'base' ? words.base : id)
  return (
    <label class="pick">
      {words.variant}
      <select
        value={variant?.id}
        onChange={({ currentTarget }) =>
          go({ variant: currentTarget.value === 'base' ? undefined : currentTarget.value, explain: undefined })
        }
      >
        {result.variants.map(({ id }) => (
          <option key={id} value={id}>
            {named(id)}
          </option>
        ))}
      </select>
    </label>
  )
}
