#include "model/published.h"

#include <string.h>

#include "base/arena.h"
#include "base/string_index.h"

/* Days where the period has them: the same time may be written in another way. */
static const char *period_key(struct arena *arena, const struct period *period)
{
	if (period->form == PERIOD_TEXT)
		return period->code;
	return arena_printf(arena, "%s/%s", date_text(arena, period->first),
			    date_text(arena, period->last));
}

static const char *key_of(struct arena *arena, const struct published_figure *figure,
			  const struct period *period)
{
	return arena_printf(arena, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s", figure->indicator,
			    period_key(arena, period), figure->organisation, figure->dimension,
			    figure->group, figure->sex, figure->measure,
			    strcmp(figure->measure, "value") == 0 ? "" : figure->parameters);
}

struct published *published_new(struct arena *arena, const char *file)
{
	struct published *published = arena_alloc(arena, sizeof(*published));

	published->arena = arena;
	published->file = file;
	published->by_key = string_index_new(arena);
	published->by_indicator = string_index_new(arena);
	return published;
}

static void add_indicator(struct published *published, const char *id, const char *name)
{
	if (!string_index_add(published->by_indicator, id, (int)published->indicator_count))
		return;
	published->indicators =
		arena_grow(published->arena, published->indicators, published->indicator_count,
			   &published->indicator_capacity, sizeof(*published->indicators));
	published->indicators[published->indicator_count++] =
		(struct published_indicator){ id, name };
}

void published_add(struct published *published, const struct published_figure *figure,
		   const char *name)
{
	const char *key = key_of(published->arena, figure, &figure->period);

	if (!string_index_add(published->by_key, key, (int)published->count))
		return;
	published->items = arena_grow(published->arena, published->items, published->count,
				      &published->capacity, sizeof(*published->items));
	published->items[published->count++] = *figure;
	add_indicator(published, figure->indicator, name);
}

static int find_key(const struct published *published, const struct published_figure *like,
		    const struct period *period)
{
	struct arena *scratch = arena_new();
	int found = string_index_find(published->by_key, key_of(scratch, like, period));

	arena_free(scratch);
	return found;
}

const struct published_figure *published_find(const struct published *published,
					      const struct published_figure *like,
					      const struct period *period)
{
	const struct period *wanted = period == NULL ? &like->period : period;
	struct published_figure untold = *like;
	int found = find_key(published, like, wanted);

	untold.parameters = "";
	if (found == STRING_INDEX_NONE)
		found = find_key(published, &untold, wanted);
	return found == STRING_INDEX_NONE ? NULL : &published->items[found];
}

const struct published_figure *published_withheld(struct arena *arena,
						  const struct published_figure *figure)
{
	struct published_figure *copy = arena_alloc(arena, sizeof(*copy));

	*copy = *figure;
	copy->value = value_without(figure->value.state, figure->value.reason);
	copy->numerator = copy->denominator = (struct quantity){ .state = VALUE_SUPPRESSED };
	copy->printed = "";
	copy->withheld = true;
	return copy;
}

const struct published_indicator *published_indicator(const struct published *published,
						      const char *id)
{
	int found = string_index_find(published->by_indicator, id);

	return found == STRING_INDEX_NONE ? NULL : &published->indicators[found];
}

bool published_is_total(const struct published_figure *figure)
{
	return strcmp(figure->dimension, "all") == 0 && strcmp(figure->group, "all") == 0 &&
	       strcmp(figure->sex, "all") == 0;
}
