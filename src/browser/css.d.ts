/** The text of a stylesheet that comes with a part of the script, for what only that part draws. */
declare module '*.css' {
  const text: string;
  export default text;
}
