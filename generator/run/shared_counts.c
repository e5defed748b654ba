#include "run/shared_counts.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

struct shared_count {
	struct count_place place;
	struct counted_query counted;
	const struct diag_list *messages; /* why it could not be counted; else NULL */
	struct shared_count *next;
};

struct shared_counts {
	struct arena *arena;
	struct shared_count *items;
};

struct shared_counts *shared_counts_new(struct arena *arena)
{
	struct shared_counts *counts = arena_alloc(arena, sizeof(*counts));

	counts->arena = arena;
	return counts;
}

static struct shared_count *add(struct shared_counts *counts, const struct count_place *place)
{
	struct shared_count *item = arena_alloc(counts->arena, sizeof(*item));

	*item = (struct shared_count){ .place = *place, .next = counts->items };
	counts->items = item;
	return item;
}

const struct counted_query *shared_counts_add(struct shared_counts *counts,
					      const struct count_place *place,
					      const struct counted_query *counted)
{
	struct shared_count *item = add(counts, place);

	item->counted = *counted;
	return &item->counted;
}

void shared_counts_add_fault(struct shared_counts *counts, const struct count_place *place,
			     const struct diag_list *messages)
{
	add(counts, place)->messages = messages;
}

static bool is_same_element(struct location one, struct location other)
{
	return one.line == other.line && one.column == other.column &&
	       strcmp(one.file == NULL ? "" : one.file, other.file == NULL ? "" : other.file) == 0;
}

bool shared_counts_find(const struct shared_counts *counts, struct arena *arena,
			const struct count_query *query, const struct count_place *place,
			struct count_result *result, bool *counted, struct diag_list *diags)
{
	for (const struct shared_count *item = counts->items; item != NULL; item = item->next) {
		if (!count_places_agree(&item->place, place))
			continue;
		*counted = item->messages == NULL;
		if (!*counted && is_same_element(item->place.at, place->at)) {
			diag_add_all(diags, item->messages);
			return true;
		}
		if (*counted && count_split_answer(arena, &item->counted, query, result))
			return true;
	}
	return false;
}
