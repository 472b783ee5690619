import Papa from "papaparse";

/** The cells of a text from a spreadsheet or a CSV file, row by row; tabs, commas and semicolons are told apart. */
export function parseCells(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    skipEmptyLines: "greedy",
    // A spreadsheet copies with tabs: a comma in such a text is part of a cell.
    delimiter: text.includes("\t") ? "\t" : "",
    delimitersToGuess: [",", ";", "\t", "|"],
  });
  return data;
}
