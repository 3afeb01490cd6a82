import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'

/**
 * Gives a database that was filled beside its place its name, unless another process was faster: then that one stays, this one
 * is left where it is, and the answer is false. A link is made or refused in one step; a renaming would overwrite.
 */
export function moveIntoPlace(filled: string, path: string): boolean {
  try {
    linkSync(filled, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(path)) return false
    // a file system without links, such as FAT
    renameSync(filled, path)
    return true
  }
  rmSync(filled)
  return true
}
