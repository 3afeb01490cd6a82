/** The shortest password that the server takes; it checks it again. */
export const PASSWORD_MIN = 10
