import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ApiError, isAway } from '#client/api/http.ts'
import { keepChange } from '#client/api/kept-change.ts'
import { changePartnership, partnershipQuery } from '#client/api/partnerships.ts'
import type { Done } from '#client/network/DoneNotice.tsx'
import { useIssueText } from '#client/network/use-issue-text.ts'
import type { CellAnswer } from '#client/ui/EditableCell.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { PartnershipDetail, PartnershipPatch, PartnershipRow } from '#shared/contract/partnerships.ts'
import { EVIDENCE_GRADES } from '#shared/contract/vocabulary.ts'
import { usePartnershipTitle } from './partnership-words.ts'

/** Values of a row that are edited in their place. */
export type CellField = 'intensity' | 'evidence' | 'startedOn'

export const valueOfCell = (row: PartnershipRow, field: CellField): string => String(row[field] ?? '')

function patchOf(field: CellField, value: string): PartnershipPatch {
  switch (field) {
    case 'intensity':
      return { mode: 'correct', changes: { intensity: Number(value) } }
    case 'evidence':
      return { mode: 'correct', changes: { evidence: EVIDENCE_GRADES.find((grade) => grade === value) } }
    case 'startedOn':
      return { mode: 'correct', changes: { startedOn: value === '' ? null : value } }
  }
}

export interface PartnershipCells {
  save: (row: PartnershipRow, field: CellField, value: string) => Promise<CellAnswer>
  /** Sends a whole patch, as the actions of a row do. */
  send: (row: PartnershipRow, patch: PartnershipPatch, text: string) => Promise<CellAnswer>
}

/** How a cell is saved: at the revision of its row, and never over what somebody else put there. */
export function usePartnershipCells(onDone: (done: Done) => void): PartnershipCells {
  const t = useTranslations('register.cell')
  const words = useTranslations('partnerships')
  const common = useTranslations('common')
  const format = useFormat()
  const queries = useQueryClient()
  const issueText = useIssueText()
  const titleOf = usePartnershipTitle()

  const keep = (row: PartnershipRow, revision: number, patch: PartnershipPatch) => {
    const known = queries.getQueryData<PartnershipDetail>(partnershipQuery(row.id).queryKey)
    const base = known?.revision === revision ? known : null
    return keepChange({ entity: 'partnership', id: row.id, revision, base, patch })
  }
  const refused = (error: ApiError): CellAnswer => {
    const why =
      error.code === 'stale'
        ? words('stale.again')
        : error.issues.map(issueText).join(' ') || common(`error.${error.code}`)
    return { type: 'refused', message: t('failed', { why }) }
  }
  const send: PartnershipCells['send'] = async (row, patch, text) => {
    try {
      const answer = await changePartnership(row.id, row.revision, patch)
      void queries.invalidateQueries()
      onDone({ revision: answer.revision, text })
      return { type: 'saved' }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return isAway(error) && (await keep(row, row.revision, patch)) ? { type: 'kept' } : refused(error)
    }
  }
  const word = (field: CellField, value: string) =>
    value === '' ? t('empty') : field === 'startedOn' ? format.date(value) : value
  const saveAt = async (
    row: PartnershipRow,
    revision: number,
    field: CellField,
    value: string,
  ): Promise<CellAnswer> => {
    const patch = patchOf(field, value)
    try {
      const answer = await changePartnership(row.id, revision, patch)
      void queries.invalidateQueries()
      const text = t('saved', {
        column: words(`column.${field}`),
        name: titleOf(row),
        before: word(field, valueOfCell(row, field)),
        after: word(field, value),
      })
      onDone({ revision: answer.revision, text })
      return { type: 'saved' }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (isAway(error) && (await keep(row, revision, patch))) return { type: 'kept' }
      if (error.code !== 'stale') return refused(error)
      const current = await queries.fetchQuery({ ...partnershipQuery(row.id), staleTime: 0 })
      const theirs = valueOfCell(current, field)
      const again = () => saveAt(row, current.revision, field, value)
      return theirs === valueOfCell(row, field) ? again() : { type: 'clash', theirs, keepMine: again }
    }
  }
  return { send, save: (row, field, value) => saveAt(row, row.revision, field, value) }
}
