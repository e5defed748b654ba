/*
 * families.c - parts of a whole that are indicators of their own: classes of weeks waited, answers to a question.
 * Together they are the people whom each of them is divided by; those who are left over are protected like a part,
 * and where nobody is left over readers know it: the answers to a question are all there are.
 * What lies between two classes is no part of its own: as the rest of a percentage it is not protected.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "disclosure/cut_counts.h"
#include "disclosure/interval.h"
#include "disclosure/lines.h"

enum { PARTS_MOST = 120 };

/* The parts of one family in one group of one body and period. */
struct family {
	const struct result *parts[PARTS_MOST];
	size_t places[PARTS_MOST];
	size_t count;
};

static const struct indicator *indicator_of(const struct structure *structure,
					    const struct result *result)
{
	return &structure->control->results->dataset->indicators->items[result->key.indicator];
}

/* Of the same people, as far as they are shown. */
static bool divides_the_same(const struct result *a, const struct result *b)
{
	return quantity_is_shown(&a->denominator) == quantity_is_shown(&b->denominator) &&
	       (!quantity_is_shown(&a->denominator) ||
		a->denominator.number == b->denominator.number);
}

/* False when an earlier indicator of the family has the same cell: the family was seen to with it. */
static bool find_family(const struct structure *structure, const struct result *first,
			struct family *family)
{
	const struct results *results = structure->control->results;
	const struct indicators *indicators = results->dataset->indicators;
	const char *name = indicator_of(structure, first)->family;
	struct cell_key key = first->key;

	family->count = 0;
	for (size_t i = 0; i < indicators->count && family->count < PARTS_MOST; i++) {
		const struct result *found;

		if (strcmp(indicators->items[i].family, name) != 0)
			continue;
		key.indicator = (int)i;
		found = results_find(results, &key);
		if (found == NULL || !divides_the_same(found, first))
			continue;
		if (found < first)
			return false;
		family->places[family->count] = structure_find(structure, &key, NUMERATOR);
		if (family->places[family->count] != NO_COUNT)
			family->parts[family->count++] = found;
	}
	return family->count > 0;
}

static int compare(const void *a, const void *b)
{
	double first = *(const double *)a, second = *(const double *)b;

	return (first > second) - (first < second);
}

/* Ends of classes in order; returns how many. An open end is the last. */
static size_t find_ends(const struct structure *structure, const struct family *family,
			double *ends)
{
	size_t count = 0, kept = 0;

	for (size_t i = 0; i < family->count; i++) {
		const struct indicator_class *class =
			&indicator_of(structure, family->parts[i])->class;

		if (!class->known)
			continue;
		ends[count++] = class->from;
		ends[count++] = class->to;
	}
	qsort(ends, count, sizeof(*ends), compare);
	for (size_t i = 0; i < count; i++)
		if (kept == 0 || ends[kept - 1] != ends[i])
			ends[kept++] = ends[i];
	return kept;
}

static long step_of(const double *ends, double end)
{
	long step = 0;

	while (ends[step] != end)
		step++;
	return step;
}

/* Classes are stretches of steps from end to end; each other part has a step of its own behind them. */
static void add_family(struct structure *structure, const struct family *family)
{
	struct arena *scratch = arena_new();
	const struct result *first = family->parts[0];
	double *ends = arena_array(scratch, 2 * family->count, sizeof(*ends));
	size_t end_count = find_ends(structure, family, ends);
	bool has_classes = end_count > 0;
	long next = has_classes ? (long)end_count - 1 : 0;
	size_t whole = structure_find(structure, &first->key, DENOMINATOR);
	struct cut_counts cut = {
		.scratch = scratch,
		.structure = structure,
		.rule = structure_rule(structure, first, NUMERATOR),
		.places = arena_array(scratch, family->count + 1, sizeof(size_t)),
		.counted = arena_array(scratch, family->count + 1, sizeof(struct counted)),
		.protects_pieces = !has_classes,
	};

	for (size_t i = 0; i < family->count; i++) {
		const struct indicator_class *class =
			&indicator_of(structure, family->parts[i])->class;
		struct stretch *stretch = &cut.counted[cut.count].days;

		cut.places[cut.count++] = family->places[i];
		if (class->known)
			*stretch = (struct stretch){ step_of(ends, class->from),
						     step_of(ends, class->to) };
		else {
			*stretch = (struct stretch){ next, next + 1 };
			next++;
		}
	}
	if (whole != NO_COUNT) {
		cut.counted[cut.count].days = (struct stretch){ 0, next + 1 };
		cut.places[cut.count++] = whole;
		cut.has_rest = true;
		cut.rest = next;
	}
	if (rule_is_guarded(cut.rule))
		cut_counts_add_lines(&cut);
	arena_free(scratch);
}

void lines_add_families(struct structure *structure)
{
	const struct results *results = structure->control->results;

	for (size_t i = 0; i < results->count; i++) {
		const struct result *result = &results->items[i];
		struct family family;

		if (indicator_of(structure, result)->family[0] != '\0' &&
		    find_family(structure, result, &family))
			add_family(structure, &family);
	}
}
