/** The folder of the files that prove partnerships: beside the database of this path, named after it. */
export const filesFolder = (databasePath: string) => `${databasePath}.files`
