import type { Ref } from 'react'
import type { City } from '#shared/contract/reference.ts'
import { AttachmentFields } from './AttachmentFields.tsx'
import { ClosenessField } from './ClosenessField.tsx'
import { DirectionField } from './DirectionField.tsx'
import { DuplicateNotice } from './DuplicateNotice.tsx'
import { EvidenceField } from './EvidenceField.tsx'
import { KindField } from './KindField.tsx'
import { PartyField } from './PartyField.tsx'
import { chooseKind, type PartnershipDraft } from './partnership-draft.ts'
import { SinceField } from './SinceField.tsx'
import type { Entry } from './use-entry.ts'

interface EntryFieldsProps {
  entry: Entry
  city: City
  pickerRef: Ref<HTMLInputElement>
}

/** The six fields in reading order; the direction under the second, the warning under the first. */
export function EntryFields({ entry, city, pickerRef }: EntryFieldsProps) {
  const { draft, kind, edit, gapsOf, errorOf } = entry
  const set = (facts: Partial<PartnershipDraft>) => edit((before) => ({ ...before, ...facts }))
  return (
    <>
      <PartyField draft={draft} kind={kind} onChange={edit} gaps={gapsOf('parties')} inputRef={pickerRef} />
      <DuplicateNotice rows={entry.duplicates} blocking={entry.blocking} onOther={entry.sayAnother} />
      <KindField
        kind={kind}
        onChange={(chosen) => edit((before) => chooseKind(before, chosen))}
        error={errorOf('kind')}
      />
      {kind?.directed && draft.parties.length >= 2 ? (
        <DirectionField
          kind={kind}
          parties={draft.parties}
          direction={draft.direction}
          onChange={(direction) => set({ direction })}
          error={errorOf('direction')}
        />
      ) : null}
      <ClosenessField value={draft.intensity} onChange={(intensity) => set({ intensity })} />
      <EvidenceField
        value={draft.evidence}
        onChange={(evidence) => set({ evidence })}
        error={errorOf('evidence')}
      />
      <div className="grid gap-5 md:grid-cols-2 md:gap-4">
        <SinceField
          city={city}
          startedOn={draft.startedOn}
          proposed={draft.proposed}
          onDate={(startedOn) => set({ startedOn })}
          onProposed={(proposed) => set({ proposed })}
          error={errorOf('startedOn')}
        />
        <div className="grid content-start gap-5">
          <AttachmentFields
            files={draft.files}
            onFiles={(change) => edit((before) => ({ ...before, files: change(before.files) }))}
            url={draft.evidenceUrl}
            note={draft.note}
            onUrl={(evidenceUrl) => set({ evidenceUrl })}
            onNote={(note) => set({ note })}
            urlError={errorOf('attachment')}
            noteError={errorOf('note')}
          />
        </div>
      </div>
    </>
  )
}
