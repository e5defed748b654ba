#include "data/editions_check.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/record.h"

struct check {
	const struct dataset *dataset;
	struct diag_list *diags;
	const struct observation **first; /* of one indicator and period, by classification */
	size_t classifications;
	bool *told; /* by indicator */
};

static const struct classification *classification_of(const struct dataset *dataset, int number)
{
	return dataset->dimensions->classifications[number];
}

static const char *body_of(const struct check *check, const struct observation *row)
{
	return check->dataset->organisations[row->key.organisation].code;
}

static void tell(struct check *check, const struct observation *one, const struct observation *row)
{
	const struct dataset *dataset = check->dataset;

	check->told[row->key.indicator] = true;
	diag_addf(check->diags, DIAG_CLASSIFICATIONS_MIXED, observation_location(dataset, row),
		  "%s of %s by %s, of %s (%s:%u) by %s",
		  dataset->indicators->items[row->key.indicator].id, body_of(check, row),
		  classification_of(dataset, row->key.classification)->edition, body_of(check, one),
		  dataset->sources[one->source].file, one->line,
		  classification_of(dataset, one->key.classification)->edition);
}

static void check_row(struct check *check, const struct observation *row)
{
	const struct classification *own;

	if (row->key.classification == CLASSIFICATION_ALL || check->told[row->key.indicator])
		return;
	own = classification_of(check->dataset, row->key.classification);
	for (size_t i = 0; i < check->classifications && own->edition[0] != '\0'; i++)
		if (check->first[i] != NULL &&
		    classifications_differ(classification_of(check->dataset, (int)i), own)) {
			tell(check, check->first[i], row);
			return;
		}
	if (check->first[row->key.classification] == NULL)
		check->first[row->key.classification] = row;
}

static void check_figures(struct check *check)
{
	const struct dataset *dataset = check->dataset;

	for (size_t i = 0; i < dataset->count; i++) {
		const struct observation *row = &dataset->observations[i];

		if (i == 0 || row->key.indicator != row[-1].key.indicator ||
		    row->key.period != row[-1].key.period)
			memset(check->first, 0, check->classifications * sizeof(const void *));
		check_row(check, row);
	}
}

/* Rows of a population by a classification; NULL when it has none. */
static const struct observation *people_by(const struct dataset_parts *parts, int source,
					   int classification)
{
	for (size_t i = 0; i < parts->population_count; i++)
		if (parts->populations[i].key.indicator == population_indicator(source) &&
		    parts->populations[i].key.classification == classification)
			return &parts->populations[i];
	return NULL;
}

static void check_people(struct check *check, const struct dataset_parts *parts,
			 const struct observation *row)
{
	const struct dataset *dataset = check->dataset;
	const struct indicator *indicator = &dataset->indicators->items[row->key.indicator];
	int source = source_find(dataset, indicator->denominator_source);

	if (source < 0 || people_by(parts, source, row->key.classification) != NULL)
		return;
	for (size_t i = 0; i < check->classifications; i++) {
		const struct observation *people = people_by(parts, source, (int)i);

		if (people == NULL ||
		    !classifications_differ(classification_of(dataset, (int)i),
					    classification_of(dataset, row->key.classification)))
			continue;
		tell(check, people, row);
		return;
	}
}

void editions_check(struct arena *arena, const struct dataset *dataset,
		    const struct dataset_parts *parts, struct diag_list *diags)
{
	size_t count = dataset->dimensions->classification_count;
	struct check check = {
		.dataset = dataset,
		.diags = diags,
		.first = arena_array(arena, count + 1, sizeof(const void *)),
		.classifications = count,
		.told = arena_array(arena, dataset->indicators->count + 1, sizeof(bool)),
	};

	check_figures(&check);
	for (size_t i = 0; i < dataset->count && parts->population_count > 0; i++) {
		const struct observation *row = &dataset->observations[i];

		if (row->key.classification != CLASSIFICATION_ALL &&
		    !check.told[row->key.indicator] &&
		    row->denominator.state == VALUE_NOT_AVAILABLE &&
		    (i == 0 || row->key.classification != row[-1].key.classification ||
		     row->key.indicator != row[-1].key.indicator))
			check_people(&check, parts, row);
	}
}
