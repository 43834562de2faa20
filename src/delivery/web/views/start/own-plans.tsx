import { useEffect, useRef, useState } from 'preact/hooks'
import { plansWords } from '../../../../text/web/plans.ts'
import type { Document, StoredCard } from '../../state/api.ts'
import { readStored, storedCards } from '../../state/api.ts'
import type { KeptDraft } from '../../state/draft.ts'
import { keptDrafts } from '../../state/draft.ts'
import type { Gone } from '../../state/remove.ts'
import { goneStore, removeDraft, removeStored } from '../../state/remove.ts'
import { useStore } from '../../state/store.ts'
import { useLocale, useWords } from '../../state/words.ts'
import { OpenLink } from './open-link.tsx'

/** The planner's own plans: those of this computer, then those of the service; deleting can be undone. */
export function OwnPlans({ failed }: { failed: (error: unknown) => void }) {
  const { start } = useWords()
  const words = plansWords[useLocale()].start
  const [stored, take] = useState<readonly StoredCard[]>([])
  const [drafts, takeDrafts] = useState(keptDrafts)
  const [asked, ask] = useState('')
  const gone = useStore(goneStore)
  const latest = useRef('')
  const look = (q: string): void => {
    latest.current = q
    // A service without a store still opens examples and drafts.
    storedCards(q).then(
      (cards) => latest.current === q && take(cards),
      () => take([]),
    )
  }
  useEffect(() => {
    const timer = setTimeout(() => look(asked), asked === '' ? 0 : 200)
    return () => clearTimeout(timer)
  }, [asked])
  // Whoever has left this page has seen what it said.
  useEffect(() => () => goneStore.set(undefined), [])
  const again = (): void => {
    takeDrafts(keptDrafts())
    look(asked)
  }
  const removeCard = async ({ id, name }: StoredCard): Promise<void> => {
    const { document } = await readStored(id)
    await removeStored(id, document, name === '' ? words.untitled : name)
    again()
  }
  const removeLocal = ({ key, draft: { document } }: KeptDraft): void => {
    removeDraft(key, document, nameOf(document) ?? words.untitled)
    again()
  }
  const undo = (one: Gone): void => {
    goneStore.set(undefined)
    one.back().then(again, failed)
  }
  const local = drafts.filter(({ key }) => !key.startsWith('stored:'))
  const nothing = stored.length === 0 && local.length === 0
  return (
    <>
      <h2>{start.stored}</h2>
      {gone !== undefined && <Removed gone={gone} undo={() => undo(gone)} />}
      {(!nothing || asked !== '') && <Search asked={asked} ask={ask} />}
      {nothing && <p class="quiet">{asked === '' ? start.none : words.notFound}</p>}
      <ul class="cards">
        {asked === '' && local.map((one) => <DraftPlan key={one.key} one={one} remove={() => removeLocal(one)} />)}
        {stored.map((card) => (
          <StoredPlan key={card.id} card={card} remove={() => void removeCard(card).catch(failed)} />
        ))}
      </ul>
    </>
  )
}

const nameOf = ({ name }: Document): string | undefined => (typeof name === 'string' && name !== '' ? name : undefined)

function DraftPlan({ one: { key, draft }, remove }: { one: KeptDraft; remove: () => void }) {
  const words = plansWords[useLocale()].start
  const about = key.startsWith('example:') ? words.changedExample : words.here
  return <Card plan={key} name={nameOf(draft.document) ?? words.untitled} about={about} remove={remove} />
}

function Card({ plan, name, about, remove }: { plan: string; name: string; about: string; remove: () => void }) {
  const words = plansWords[useLocale()].start
  return (
    <li class="card">
      <h3>{name}</h3>
      <p class="quiet">{about}</p>
      <div class="row">
        <OpenLink plan={plan} name={name} />
        <button type="button" aria-label={`${words.remove}: ${name}`} onClick={remove}>
          {words.remove}
        </button>
      </div>
    </li>
  )
}

function Removed({ gone, undo }: { gone: Gone; undo: () => void }) {
  const words = plansWords[useLocale()].start
  return (
    <p role="status" class="banner row">
      {words.removed(gone.name)}
      <button type="button" onClick={undo}>
        {words.undo}
      </button>
    </p>
  )
}

function Search({ asked, ask }: { asked: string; ask: (text: string) => void }) {
  const words = plansWords[useLocale()].start
  return (
    <input
      type="search"
      class="search"
      aria-label={words.search}
      placeholder={words.search}
      value={asked}
      onInput={({ currentTarget }) => ask(currentTarget.value)}
    />
  )
}

function StoredPlan({ card, remove }: { card: StoredCard; remove: () => void }) {
  const words = plansWords[useLocale()].start
  const about = [card.municipalities.join(', '), `v${card.version}`, card.valid ? '' : words.halfway]
  return (
    <Card
      plan={`stored:${card.id}`}
      name={card.name === '' ? words.untitled : card.name}
      about={about.filter((part) => part !== '').join(' · ')}
      remove={remove}
    />
  )
}
