#include "model/dimension.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/encoding.h"
#include "base/string_index.h"

int dimension_find(const struct dimensions *dimensions, const char *id)
{
	for (size_t i = 0; i < dimensions->count; i++)
		if (strcmp(dimensions->items[i].id, id) == 0)
			return (int)i;
	return -1;
}

int classification_find(const struct dimensions *dimensions, const char *id)
{
	if (strcmp(id, "core") == 0)
		id = dimensions->core == NULL ? "core20" : dimensions->core;
	for (size_t i = 0; i < dimensions->classification_count; i++)
		if (strcmp(dimensions->classifications[i]->id, id) == 0)
			return (int)i;
	return CLASSIFICATION_ALL;
}

const char **breakdown_names(struct arena *arena, const struct dimensions *dimensions,
			     size_t *count)
{
	const char **names = arena_array(
		arena, dimensions->count + dimensions->classification_count + 1, sizeof(*names));

	*count = 0;
	for (size_t i = 0; i < dimensions->count; i++)
		names[(*count)++] = dimensions->items[i].id;
	for (size_t i = 0; i < dimensions->classification_count; i++)
		if (dimension_find(dimensions, dimensions->classifications[i]->id) < 0)
			names[(*count)++] = dimensions->classifications[i]->id;
	if (classification_find(dimensions, "core") >= 0)
		names[(*count)++] = "core";
	return names;
}

bool classifications_are_editions(const struct classification *a, const struct classification *b)
{
	return a->series[0] != '\0' && strcmp(a->series, b->series) == 0;
}

bool classifications_differ(const struct classification *a, const struct classification *b)
{
	return strcmp(a->dimension, b->dimension) == 0 && a->edition[0] != '\0' &&
	       b->edition[0] != '\0' && strcmp(a->edition, b->edition) != 0;
}

int classification_default(const struct dimensions *dimensions, const char *dimension)
{
	for (size_t i = 0; i < dimensions->classification_count; i++)
		if (strcmp(dimensions->classifications[i]->dimension, dimension) == 0)
			return (int)i;
	return CLASSIFICATION_ALL;
}

int group_find(const struct classification *classification, const char *name)
{
	int group = string_index_find(classification->names, name);
	struct arena *scratch;

	if (group >= 0)
		return group;
	scratch = arena_new();
	group = string_index_find(classification->names, encoding_fold_case(scratch, name));
	arena_free(scratch);
	return group;
}

bool group_add_name(struct arena *arena, struct classification *classification, const char *name,
		    int group)
{
	const char *folded = encoding_fold_case(arena, name);
	int known = string_index_find(classification->names, folded);

	if (known >= 0 && known != group)
		return false;
	string_index_add(classification->names, arena_strdup(arena, name), group);
	string_index_add(classification->names, folded, group);
	return true;
}

static size_t skip_word(const char *text, const char *word)
{
	size_t length = strlen(word);

	return strncmp(text, word, length) == 0 ? length : 0;
}

static const char *skip_noise(const char *text, const char *const *noise, size_t count)
{
	size_t length;

	do {
		length = 0;
		for (size_t i = 0; length == 0 && i < count; i++)
			length = skip_word(text, noise[i]);
		text += length;
	} while (length > 0);
	return text;
}

/* What may stand before an age; "year" may not, since "Year 6" is a class of a school. */
static const char *skip_before(const char *text)
{
	static const char *const noise[] = { " ", "aged", "ages", "age" };

	return skip_noise(text, noise, sizeof(noise) / sizeof(noise[0]));
}

static const char *skip_after(const char *text)
{
	static const char *const noise[] = { " ", "years", "year", "yrs", "yr", "old" };

	return skip_noise(text, noise, sizeof(noise) / sizeof(noise[0]));
}

static const char *skip_any(const char *text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t length = skip_word(text, words[i]);

		if (length > 0)
			return text + length;
	}
	return NULL;
}

static const char *read_age(const char *text, double *age)
{
	int value = 0;
	const char *start = text;

	while (*text >= '0' && *text <= '9' && text - start < 3)
		value = value * 10 + (*text++ - '0');
	*age = value;
	return text == start ? NULL : text;
}

/* "under 18", without the word: the age after it is the first that is out. */
static bool parse_below(const char *text, double *lower, double *upper)
{
	text = read_age(skip_before(text), upper);
	if (text != NULL && *text == 's')
		text++;
	*lower = 0;
	*upper -= 1;
	return text != NULL && *skip_after(text) == '\0' && *upper >= 0;
}

static bool parse_folded(const char *text, double *lower, double *upper)
{
	static const char *const below[] = { "under ", "<", "less than ", "below " };
	static const char *const between[] = { "-", "to ", "\xe2\x80\x93", "_" };
	static const char *const above[] = { "+",         "and over", "or over",  "& over",
					     "and above", "or above", "or older", "and older",
					     "& older",   "plus" };
	static const char *const down[] = { "and under", "or under",    "& under",   "and below",
					    "or below",  "and younger", "or younger" };
	const char *rest;

	text = skip_before(text);
	rest = skip_any(text, below, sizeof(below) / sizeof(below[0]));
	if (rest != NULL)
		return parse_below(rest, lower, upper);
	text = read_age(text, lower);
	if (text == NULL)
		return false;
	text = skip_after(text);
	*upper = *lower;
	if (*text == '\0')
		return true;
	if ((rest = skip_any(text, above, sizeof(above) / sizeof(above[0]))) != NULL) {
		*upper = *lower - 1;
		return *skip_after(rest) == '\0';
	}
	if ((rest = skip_any(text, down, sizeof(down) / sizeof(down[0]))) != NULL) {
		*lower = 0;
		return *skip_after(rest) == '\0';
	}
	if ((rest = skip_any(text, between, sizeof(between) / sizeof(between[0]))) == NULL)
		return false;
	rest = read_age(skip_before(rest), upper);
	return rest != NULL && *skip_after(rest) == '\0' && *upper >= *lower;
}

bool age_band_parse(const char *text, double *lower, double *upper)
{
	struct arena *scratch = arena_new();
	double from = 0, to = 0;
	bool parsed = parse_folded(encoding_fold_case(scratch, text), &from, &to);

	arena_free(scratch);
	if (parsed) {
		*lower = from;
		*upper = to;
	}
	return parsed;
}

const char *age_band_code(struct arena *arena, double lower, double upper)
{
	if (upper < lower)
		return arena_printf(arena, "%.0f+", lower);
	if (upper == lower)
		return arena_printf(arena, "%.0f", lower);
	return arena_printf(arena, "%.0f-%.0f", lower, upper);
}

static int add_group(struct arena *arena, struct classification *classification, struct group group,
		     const char *name)
{
	int number = (int)classification->count;

	classification->groups = arena_grow(arena, classification->groups, classification->count,
					    &classification->capacity, sizeof(struct group));
	classification->groups[classification->count++] = group;
	group_add_name(arena, classification, group.code, number);
	group_add_name(arena, classification, group.label, number);
	group_add_name(arena, classification, name, number);
	return number;
}

int group_find_or_add(struct arena *arena, struct classification *classification, const char *name)
{
	int group = group_find(classification, name);
	struct group added = { .code = name, .parent = "" };

	if (group >= 0 || classification->form == CLASSIFICATION_LISTED)
		return group;
	if (classification->form == CLASSIFICATION_AGE_BANDS) {
		if (!age_band_parse(name, &added.lower, &added.upper))
			return -1;
		for (size_t i = 0; i < classification->count; i++) {
			const struct group *known = &classification->groups[i];

			if (known->kind == GROUP_ORDINARY && known->lower == added.lower &&
			    known->upper == added.upper) {
				group_add_name(arena, classification, name, (int)i);
				return (int)i;
			}
		}
		added.code = age_band_code(arena, added.lower, added.upper);
	} else {
		added.code = arena_strdup(arena, name);
	}
	added.label = added.short_label = added.phrase = added.code;
	return add_group(arena, classification, added, name);
}

int group_compare(const struct classification *classification, int a, int b)
{
	const struct group *left = &classification->groups[a], *right = &classification->groups[b];
	double difference = left->lower - right->lower;

	if (left->kind != right->kind)
		return left->kind == GROUP_UNKNOWN ? 1 : -1;
	if (classification->form != CLASSIFICATION_AGE_BANDS || difference == 0)
		return (a > b) - (a < b);
	return difference > 0 ? 1 : -1;
}

bool group_overlaps(const struct group *a, const struct group *b)
{
	bool a_open = a->upper < a->lower, b_open = b->upper < b->lower;

	return (b_open || a->lower <= b->upper) && (a_open || b->lower <= a->upper);
}
