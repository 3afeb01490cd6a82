import { getJson } from '#client/api/http.ts'
import type { Changeset, ChangesetPage } from '#shared/contract/changesets.ts'
import type { HistorySearch } from './history-search.ts'

const CHUNK = 500

/** The whole history, or that of one record, page by page. */
export async function allChangesets({ entity, id, revision }: HistorySearch): Promise<Changeset[]> {
  const rows: Changeset[] = []
  for (let page = 1; ; page++) {
    const answer = await getJson<ChangesetPage>('/changesets', {
      entity,
      id,
      revision,
      page,
      pageSize: CHUNK,
    })
    rows.push(...answer.rows)
    if (rows.length >= answer.total || answer.rows.length === 0) return rows
  }
}
