/** Tests of names that only Linux lets a test create: two that differ by case, Windows devices, bytes that are no text. */
export const onLinux = process.platform === 'linux' ? test : test.skip;

/** Tests that make links or pipes, which Windows lets only some users do. */
export const onPosix = process.platform === 'win32' ? test.skip : test;
