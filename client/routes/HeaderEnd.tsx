import { AccountButton } from './AccountButton.tsx'
import { AccountWords } from './AccountWords.tsx'
import { SearchEntry } from './SearchEntry.tsx'

/** The end of the bar: the search, and who is signed in. */
export function HeaderEnd() {
  return (
    <>
      <SearchEntry />
      <AccountWords waiting={null}>
        <AccountButton />
      </AccountWords>
    </>
  )
}
