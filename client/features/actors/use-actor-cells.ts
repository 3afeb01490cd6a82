import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { actorQuery, changeActor } from '#client/api/actors.ts'
import { ApiError, isAway } from '#client/api/http.ts'
import { keepChange } from '#client/api/kept-change.ts'
import type { Done } from '#client/network/DoneNotice.tsx'
import { useIssueText } from '#client/network/use-issue-text.ts'
import { useNames } from '#client/network/use-names.ts'
import type { CellAnswer } from '#client/ui/EditableCell.tsx'
import { useFormat } from '#client/ui/FormatProvider.tsx'
import type { ActorDetail, ActorPatch, ActorRow } from '#shared/contract/actors.ts'
import { CENSUS_STATUSES, SIZE_CLASSES } from '#shared/contract/vocabulary.ts'

/** Values of a row that are edited in their place; '' where there is none. */
export type CellField = 'name' | 'sector' | 'role' | 'region' | 'size' | 'census'

export function valueOfCell(row: ActorRow, field: CellField): string {
  switch (field) {
    case 'name':
      return row.name
    case 'sector':
      return row.sectorId ?? ''
    case 'role':
      return row.role ?? ''
    case 'region':
      return row.regionCode ?? ''
    case 'size':
      return row.sizeClass ?? ''
    case 'census':
      return row.censusStatus
  }
}

/** A survey is of a day; what else is typed over in a table was wrong before. */
function patchOf(field: CellField, value: string, today: string): ActorPatch {
  const chosen = value === '' ? null : value
  switch (field) {
    case 'name':
      return { mode: 'correct', changes: { name: value.trim() } }
    case 'sector':
      return { mode: 'correct', changes: { sectorId: chosen } }
    case 'role':
      return { mode: 'correct', changes: { role: chosen } }
    case 'region':
      return { mode: 'correct', changes: { regionCode: chosen } }
    case 'size':
      return { mode: 'correct', changes: { sizeClass: SIZE_CLASSES.find((size) => size === value) ?? null } }
    case 'census':
      return {
        mode: 'from',
        from: today,
        changes: { censusStatus: CENSUS_STATUSES.find((status) => status === value) ?? 'none' },
      }
  }
}

export interface ActorCells {
  options: (field: CellField, row: ActorRow) => { value: string; label: string }[]
  save: (row: ActorRow, field: CellField, value: string) => Promise<CellAnswer>
}

/** What can be chosen in a cell, and how it is saved: at the revision of its row, and never over what somebody else put there. */
export function useActorCells(today: string, onDone: (done: Done) => void): ActorCells {
  const t = useTranslations('register')
  const columns = useTranslations('actors.column')
  const common = useTranslations('common')
  const names = useNames()
  const format = useFormat()
  const queries = useQueryClient()
  const issueText = useIssueText()

  const options: ActorCells['options'] = (field, row) => {
    const none = { value: '', label: t('bulk.none') }
    switch (field) {
      case 'sector':
        return [
          none,
          ...names.sectors
            .filter(({ id, retired }) => !retired || id === row.sectorId)
            .map(({ id }) => ({ value: id, label: names.sectorShort(id) })),
        ]
      case 'role':
        return names.roles.map(({ id }) => ({ value: id, label: names.role(id) }))
      case 'region':
        return [none, ...names.villages.map(({ code, name }) => ({ value: code, label: name }))]
      case 'size':
        return [none, ...SIZE_CLASSES.map((size) => ({ value: size, label: common(`size.${size}`) }))]
      case 'census':
        return CENSUS_STATUSES.map((status) => ({ value: status, label: common(`census.${status}`) }))
      case 'name':
        return []
    }
  }

  const send = async (
    row: ActorRow,
    revision: number,
    field: CellField,
    value: string,
  ): Promise<CellAnswer> => {
    const patch = patchOf(field, value, today)
    try {
      const answer = await changeActor(row.id, revision, patch)
      void queries.invalidateQueries()
      const word = (text: string) =>
        options(field, row).find((option) => option.value === text && text !== '')?.label ?? t('cell.empty')
      const text =
        field === 'name'
          ? t('cell.renamed', { before: row.name, after: answer.name })
          : field === 'census'
            ? t('cell.surveyed', { name: row.name, date: format.date(today) })
            : t('cell.saved', {
                column: columns(field),
                name: row.name,
                before: word(valueOfCell(row, field)),
                after: word(value),
              })
      onDone({ revision: answer.revision, text })
      return { type: 'saved' }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'stale') return meet(row, field, value)
      const known = queries.getQueryData<ActorDetail>(actorQuery(row.id).queryKey)
      const base = known?.revision === revision ? known : null
      if (isAway(error) && (await keepChange({ entity: 'actor', id: row.id, revision, base, patch })))
        return { type: 'kept' }
      const why = error.issues.map(issueText).join(' ') || common(`error.${error.code}`)
      return { type: 'refused', message: t('cell.failed', { why }) }
    }
  }
  /** Somebody was faster: where they left this value alone mine is sent anew, else a person decides. */
  const meet = async (row: ActorRow, field: CellField, value: string): Promise<CellAnswer> => {
    const current = await queries.fetchQuery({ ...actorQuery(row.id), staleTime: 0 })
    const theirs = valueOfCell(current, field)
    const again = () => send(row, current.revision, field, value)
    return theirs === valueOfCell(row, field) ? again() : { type: 'clash', theirs, keepMine: again }
  }
  return { options, save: (row, field, value) => send(row, row.revision, field, value) }
}
