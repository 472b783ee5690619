/** A row of ListModels. */
export type ModelSummary = { name: string; createdAt: string | null };

/** `hasMore`: there are further ones, older than those. */
export type ModelPage = { items: ModelSummary[]; hasMore: boolean };

/** A model as it is offered for choosing: what runs it and what it does, as far as its container says. */
export type ModelRow = ModelSummary & {
  image: string | null;
  task: string | null;
  /** Where the weights come from, in a few words. */
  source: string | null;
};

export type ModelRows = { items: ModelRow[]; hasMore: boolean };
