#include "model/published.h"

#include <string.h>

#include "base/arena.h"
#include "base/string_index.h"
#include "model/dataset.h"

enum { KEY_PARTS = 8, DAY_DIGITS = 6, KEY_USUAL = 512 };

/* The words that a figure is known by, and their length with a sign behind each. */
struct key_words {
	const char *parts[KEY_PARTS];
	size_t lengths[KEY_PARTS], length;
	char days[2 * DAY_DIGITS + 2];
};

static void add_day(char *at, struct date day)
{
	unsigned number = ((unsigned)day.year * 16 + (unsigned)day.month) * 32 + (unsigned)day.day;

	for (int i = DAY_DIGITS - 1; i >= 0; i--, number /= 16)
		at[i] = "0123456789abcdef"[number % 16];
}

/* Days where the period has them: the same time may be written in another way. */
static const char *period_key(struct key_words *words, const struct period *period)
{
	if (period->form == PERIOD_TEXT)
		return period->code;
	add_day(words->days, period->first);
	words->days[DAY_DIGITS] = '/';
	add_day(words->days + DAY_DIGITS + 1, period->last);
	words->days[2 * DAY_DIGITS + 1] = '\0';
	return words->days;
}

static void find_words(struct key_words *words, const struct published_figure *figure,
		       const struct period *period)
{
	const char *parts[KEY_PARTS] = {
		figure->indicator,
		period_key(words, period),
		figure->organisation,
		figure->dimension,
		figure->group,
		figure->sex,
		figure->measure,
		strcmp(figure->measure, "value") == 0 ? "" : figure->parameters,
	};

	words->length = 0;
	for (size_t i = 0; i < KEY_PARTS; i++) {
		words->parts[i] = parts[i];
		words->lengths[i] = strlen(parts[i]);
		words->length += words->lengths[i] + 1;
	}
}

/* The words with tabs between them, ended by a zero byte. */
static const char *write_key(const struct key_words *words, char *key)
{
	char *at = key;

	for (size_t i = 0; i < KEY_PARTS; i++) {
		memcpy(at, words->parts[i], words->lengths[i]);
		at += words->lengths[i];
		*at++ = i + 1 < KEY_PARTS ? '\t' : '\0';
	}
	return key;
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
	struct key_words words;
	const char *key;

	find_words(&words, figure, &figure->period);
	key = write_key(&words, arena_alloc(published->arena, words.length));
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
	char usual[KEY_USUAL];
	struct key_words words;
	struct arena *scratch;
	int found;

	find_words(&words, like, period);
	if (words.length <= sizeof(usual))
		return string_index_find(published->by_key, write_key(&words, usual));
	scratch = arena_new();
	found = string_index_find(published->by_key,
				  write_key(&words, arena_alloc(scratch, words.length)));
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
	if (found == STRING_INDEX_NONE && like->parameters[0] != '\0')
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

struct published_figure published_figure_of(const struct dataset *dataset,
					    const struct cell_key *key)
{
	const struct dimensions *dimensions = dataset->dimensions;
	const struct classification *by =
		key->classification < 0 ? NULL : dimensions->classifications[key->classification];
	int sexes = classification_find(dimensions, "sex");

	return (struct published_figure){
		.indicator = dataset->indicators->items[key->indicator].id,
		.organisation = dataset->organisations[key->organisation].code,
		.dimension = by == NULL ? "all" : by->id,
		.group = key->group < 0 ? "all" : by->groups[key->group].label,
		.sex = key->sex < 0 || sexes < 0
			       ? "all"
			       : dimensions->classifications[sexes]->groups[key->sex].label,
		.period = dataset->periods[key->period],
		.parameters = "",
	};
}
