/*
 * source_pairs.c - two sources that say the same, or that are of different people.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/source_check.h"

/* -- overlaps --------------------------------------------------------------------------------- */

static bool both_set(const struct quantity *a, const struct quantity *b)
{
	return a->state != VALUE_NOT_AVAILABLE && b->state != VALUE_NOT_AVAILABLE;
}

void source_note_overlap(const struct dataset *dataset, const struct observation *into,
			 const struct observation *from)
{
	struct source_overlap *overlap = &dataset->sources[from->source].overlap;

	if (into->source == from->source || (!both_set(&into->numerator, &from->numerator) &&
					     !both_set(&into->value, &from->value)))
		return;
	if (overlap->rows++ == 0) {
		overlap->with = into->source;
		overlap->indicator = into->key.indicator;
		overlap->at = observation_location(dataset, from);
		overlap->other = observation_location(dataset, into);
	}
	overlap->of_groups = overlap->of_groups || from->key.classification != CLASSIFICATION_ALL;
}

/* Files by deprivation and by ethnicity have the same total both; under one rule that is as it should be. */
void source_say_overlaps(const struct dataset *dataset, struct diag_list *diags)
{
	for (size_t i = 0; i < dataset->source_count; i++) {
		const struct data_source *source = &dataset->sources[i];
		const struct source_overlap *overlap = &source->overlap;
		const struct data_source *other = &dataset->sources[overlap->with];
		bool one_rule = strcmp(source->rule, other->rule) == 0;

		if (overlap->rows == 0 || (!overlap->of_groups && one_rule))
			continue;
		diag_addf(diags, DIAG_SOURCES_OVERLAP, overlap->at,
			  "%zu of the rows of %s, the first one, of %s, as %s:%u of %s%s%s%s%s%s",
			  overlap->rows, source->id,
			  dataset->indicators->items[overlap->indicator].id, overlap->other.file,
			  overlap->other.line, other->id, one_rule ? "" : "; the rule of ",
			  one_rule ? "" : other->id, one_rule ? "" : ", ",
			  one_rule ? "" : other->rule, one_rule ? "" : ", holds for them");
	}
}

/* -- populations ------------------------------------------------------------------------------ */

static const char *people_of(const char *population)
{
	return strcmp(population, "registered") == 0 ? "registered patients" : "residents";
}

static bool is_said(const char *population)
{
	return strcmp(population, "registered") == 0 || strcmp(population, "resident") == 0;
}

/* An indicator may leave it open: "either". */
static bool differ(const char *a, const char *b)
{
	return is_said(a) && is_said(b) && strcmp(a, b) != 0;
}

/* An indicator whose events come from one source and whose people come from the same or another one. */
static void check_pair(const struct indicator *indicator, const struct data_source *events,
		       const struct data_source *people, struct diag_list *diags)
{
	if (differ(events->population, people->population))
		diag_addf(diags, DIAG_POPULATIONS_DIFFER, events->at,
			  "%s: numerators of %s (%s) over denominators of %s (%s)", indicator->id,
			  people_of(events->population), events->id, people_of(people->population),
			  people->id);
	else if (indicator->population_basis != NULL &&
		 differ(indicator->population_basis, people->population))
		diag_addf(diags, DIAG_POPULATIONS_DIFFER, events->at,
			  "%s: the indicator is of %s, the denominators of %s are of %s",
			  indicator->id, people_of(indicator->population_basis), people->id,
			  people_of(people->population));
}

void source_check_populations(struct arena *arena, const struct dataset *dataset,
			      struct diag_list *diags)
{
	size_t count = dataset->indicators->count;
	bool *given = arena_array(arena, count * dataset->source_count + 1, sizeof(*given));

	for (size_t i = 0; i < dataset->count; i++)
		given[(size_t)dataset->observations[i].source * count +
		      (size_t)dataset->observations[i].key.indicator] = true;
	for (size_t i = 0; i < dataset->source_count * count; i++) {
		const struct data_source *events = &dataset->sources[i / count];
		const struct indicator *indicator = &dataset->indicators->items[i % count];
		int people = source_find(dataset, indicator->denominator_source);

		if (given[i])
			check_pair(indicator, events,
				   people < 0 ? events : &dataset->sources[people], diags);
	}
}
