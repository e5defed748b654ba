#include "data/population_join.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/age_bands.h"
#include "data/population.h"
#include "data/record.h"

static bool is_set(const struct quantity *quantity)
{
	return quantity->state != VALUE_NOT_AVAILABLE;
}

/* -- looking up ------------------------------------------------------------------------------- */

static bool find_exact(const struct population *population, int age, struct quantity *people)
{
	for (size_t i = 0; i < population->count; i++)
		if (population->rows[i].age == age) {
			*people = population->rows[i].denominator;
			return true;
		}
	return false;
}

static bool find_people(const struct dataset *dataset, const struct population *population, int age,
			struct quantity *people)
{
	const struct group *band;

	if (find_exact(population, age, people))
		return true;
	if (age == AGE_ALL)
		return false;
	band = &dataset->ages->groups[age];
	return bands_make_up(dataset->ages, population->rows, population->count, AGE_ALL,
			     band->lower, band->upper, people);
}

/* -- one cell --------------------------------------------------------------------------------- */

/* A row whose band the population neither has nor makes up. */
static bool lacks_people(const struct joiner *joiner, const struct population *population,
			 const struct observation *row)
{
	struct quantity people;

	return row->age != AGE_ALL && !is_set(&row->denominator) &&
	       !find_people(joiner->dataset, population, row->age, &people);
}

/* The narrowest band of the population that a row without people lies in, others beside it or alone; -1 if none. */
static int band_around(const struct joiner *joiner, const struct population *population,
		       const struct observation *rows, size_t count, const struct observation *row)
{
	const struct classification *ages = joiner->dataset->ages;
	int found = -1;

	for (size_t i = 0; i < population->count; i++) {
		const struct group *band;

		if (population->rows[i].age == AGE_ALL)
			continue;
		band = &ages->groups[population->rows[i].age];
		if (band_lies_in(&ages->groups[row->age], band->lower, band->upper) &&
		    bands_fit_into(ages, rows, count, band->lower, band->upper) &&
		    (found < 0 ||
		     band_lies_in(band, ages->groups[found].lower, ages->groups[found].upper)))
			found = population->rows[i].age;
	}
	return found;
}

/* Events of narrow bands, such as single years, are added up to the band of the population they lie in. */
static size_t add_up_events(const struct joiner *joiner, const struct population *population,
			    struct observation *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		int band = lacks_people(joiner, population, &rows[i])
				   ? band_around(joiner, population, rows, count, &rows[i])
				   : -1;

		if (band >= 0)
			count = bands_add_up(joiner->dataset->ages, rows, count, band);
	}
	return count;
}

/* True when some of the people of a band are in a band that is there already. */
static bool is_covered(const struct classification *ages, const bool *present, size_t age)
{
	for (size_t i = 0; i < ages->count; i++)
		if (present[i] && group_overlaps(&ages->groups[i], &ages->groups[age]))
			return true;
	return false;
}

/*
 * Age bands in which nobody was counted are often left out of a file of events. Where a cell has age bands
 * at all, those of its population that have no row are rows with no event. A population may be given in
 * wide bands beside narrow ones: people who are in one band of the cell are not counted again in another.
 */
static void add_empty_bands(struct joiner *joiner, const struct population *populations,
			    const struct observation *rows, size_t count)
{
	struct dataset *dataset = joiner->dataset;
	const struct observation first = rows[0];
	size_t bands = dataset->ages->count;
	bool *present = arena_array(joiner->arena, bands + 1, sizeof(*present));
	bool any = false;

	for (size_t i = 0; i < count; i++)
		if (rows[i].age != AGE_ALL)
			any = present[rows[i].age] = true;
	for (size_t age = 0; any && age < bands; age++) {
		struct observation row = { .key = first.key,
					   .age = (int)age,
					   .source = first.source,
					   .line = first.line };

		if (is_covered(dataset->ages, present, age) ||
		    (!find_exact(&populations[0], (int)age, &row.denominator) &&
		     !find_exact(&populations[1], (int)age, &row.denominator)))
			continue;
		present[age] = true;
		row.numerator.state = VALUE_SHOWN;
		dataset->observations = arena_grow(joiner->arena, dataset->observations,
						   dataset->count, &dataset->capacity, sizeof(row));
		dataset->observations[dataset->count++] = row;
	}
}

/* A warning for a band that the population of the cell does not have. */
static void say_lacking(struct joiner *joiner, const struct population *population, int source,
			const struct observation *row)
{
	const struct dataset *dataset = joiner->dataset;
	const char *nearby;

	if (row->age == AGE_ALL || !population_tell_once(joiner, source, row->age))
		return;
	nearby = bands_nearby(joiner->arena, dataset->ages, population->rows, population->count,
			      row->age);
	diag_add(joiner->diags, DIAG_POPULATION_LACKS_BAND, observation_location(dataset, row),
		 arena_printf(joiner->arena, "%s of %s, %s, %s in %s",
			      dataset->ages->groups[row->age].code,
			      dataset->indicators->items[row->key.indicator].id,
			      dataset->periods[row->key.period].code,
			      dataset->organisations[row->key.organisation].code,
			      dataset->sources[source].id),
		 nearby[0] == '\0' ? "it has no band with these ages"
				   : arena_printf(joiner->arena,
						  "it has %s with some of these ages", nearby));
}

/* How many rows are left of a cell once they have their denominators. */
static size_t join_cell(struct joiner *joiner, int source, struct observation *rows, size_t count)
{
	const struct dataset *dataset = joiner->dataset;
	const struct population populations[] = {
		population_of(joiner->parts, rows[0].key, source, rows[0].key.period),
		population_of(joiner->parts, rows[0].key, source, PERIOD_ANY),
	};
	const struct population *main = &populations[populations[0].count == 0];
	/* Events counted twice are a fault of their own, told later. */
	bool apart = bands_fit_into(dataset->ages, rows, count, 0, -1);

	count = add_up_events(joiner, main, rows, count);
	for (size_t i = 0; i < count; i++) {
		struct observation *row = &rows[i];
		struct quantity people;

		if (is_set(&row->denominator))
			continue;
		if (find_people(dataset, &populations[0], row->age, &people) ||
		    find_people(dataset, &populations[1], row->age, &people))
			row->denominator = people;
		else if (main->count > 0 && apart)
			say_lacking(joiner, main, source, row);
	}
	add_empty_bands(joiner, populations, rows, count);
	return count;
}

/* -- the whole ------------------------------------------------------------------------------- */

static void prepare(struct joiner *joiner)
{
	struct dataset_parts *parts = joiner->parts;

	for (size_t i = 0; i < parts->population_count; i++) {
		struct observation *row = &parts->populations[i];

		/* A population file may call its counts what it likes. */
		if (!is_set(&row->denominator))
			row->denominator = row->numerator;
		row->numerator = (struct quantity){ 0 };
	}
	parts->population_count = merge_sorted(joiner->dataset, parts->populations,
					       parts->population_count, joiner->diags);
	for (size_t i = 0, end; i < parts->population_count; i = end) {
		end = population_cell_end(parts->populations, parts->population_count, i);
		population_check_sums(joiner, &parts->populations[i], end - i);
	}
}

void populations_join(struct arena *arena, const struct report *report, struct dataset *dataset,
		      struct dataset_parts *parts, struct diag_list *diags)
{
	const char *body = report->reference.organisation.text;
	struct joiner joiner = {
		.arena = arena,
		.report = report,
		.dataset = dataset,
		.parts = parts,
		.diags = diags,
		.own = body == NULL ? -1 : organisation_find(dataset, body),
	};
	size_t count = dataset->count, kept = 0;

	prepare(&joiner);
	population_add_empty_groups(&joiner, count);
	for (size_t i = 0, end; i < count; i = end) {
		int source = population_source(dataset, &dataset->observations[i]);
		size_t left;

		end = population_cell_end(dataset->observations, count, i);
		left = source < 0 ? end - i
				  : join_cell(&joiner, source, &dataset->observations[i], end - i);
		memmove(&dataset->observations[kept], &dataset->observations[i],
			left * sizeof(*dataset->observations));
		kept += left;
	}
	if (dataset->count > count)
		memmove(&dataset->observations[kept], &dataset->observations[count],
			(dataset->count - count) * sizeof(*dataset->observations));
	dataset->count =
		merge_sorted(dataset, dataset->observations, dataset->count - count + kept, diags);
	population_say_missed(&joiner);
}
