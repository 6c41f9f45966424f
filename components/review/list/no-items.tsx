import { Button, LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { NO_FILTER } from "@/server/review/review.schema";
import { filterOf } from "../filter-params";
import { activeFilters } from "./active-filters";
import { namesOf, NO_CHOICES } from "./filter-choices";
import type { ListSearch } from "./list-params";

interface NoItemsProps {
  readonly search: ListSearch;
  /** Items on other pages. */
  readonly total: number;
  readonly onClear: () => void;
  readonly onPage: (page: number) => void;
}

/** Why there is nothing to see, and what would show something. */
export function NoItems({ search, total, onClear, onPage }: NoItemsProps) {
  if (total > 0) {
    return (
      <EmptyState
        title="There are fewer pages"
        action={
          <Button
            onClick={() => {
              onPage(1);
            }}
          >
            Show the first page
          </Button>
        }
      >
        The address asks for page {search.page}.
      </EmptyState>
    );
  }
  const filtered =
    search.campaign !== null ||
    activeFilters({ ...NO_FILTER, ...filterOf(search) }, namesOf(NO_CHOICES)).length > 0;
  if (search.state === "conflict") {
    return (
      <EmptyState title="No conflicts" action={<Button onClick={onClear}>Show all items</Button>}>
        Where people disagree on an item, it waits here for somebody to settle it.
      </EmptyState>
    );
  }
  return filtered ? (
    <EmptyState title="No item fits" action={<Button onClick={onClear}>Show all items</Button>}>
      Take a filter away, or look through all items.
    </EmptyState>
  ) : (
    <EmptyState title="No items yet" action={<LinkButton href="/runs/new">New run</LinkButton>}>
      Items are the pairs and the repaired chains of runs. They appear here while a run makes them.
    </EmptyState>
  );
}
