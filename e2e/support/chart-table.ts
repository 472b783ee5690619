import { expect, type Locator, type Page } from "@playwright/test";

/** A chart by its title. */
export function chart(page: Page, title: string): Locator {
  return page.getByRole("figure", { name: title, exact: true });
}

/** The sum of a column of a chart's table. */
export async function sumOf(figure: Locator, column: string): Promise<number> {
  const table = figure.getByRole("table");
  const heads = await table.getByRole("columnheader").allTextContents();
  const index = heads.indexOf(column);
  expect(index, `${column} among ${heads.join(", ")}`).toBeGreaterThan(0);
  const cells = await table.locator(`tbody tr > :nth-child(${index + 1})`).allTextContents();
  return cells.reduce((sum, text) => sum + (text === "–" ? 0 : Number(text.replaceAll(",", ""))), 0);
}
