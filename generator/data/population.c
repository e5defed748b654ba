#include "data/population.h"

#include <math.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/age_bands.h"
#include "data/record.h"

bool population_tell_once(struct joiner *joiner, int source, int age)
{
	for (size_t i = 0; i < joiner->told_count; i++)
		if (joiner->told[i].source == source && joiner->told[i].age == age)
			return false;
	joiner->told = arena_grow(joiner->arena, joiner->told, joiner->told_count,
				  &joiner->told_capacity, sizeof(*joiner->told));
	joiner->told[joiner->told_count++] = (struct told_band){ source, age };
	return true;
}

int population_source(const struct dataset *dataset, const struct observation *row)
{
	const char *id = dataset->indicators->items[row->key.indicator].denominator_source;

	return id[0] == '\0' ? -1 : source_find(dataset, id);
}

struct population population_of(const struct dataset_parts *parts, struct cell_key key, int source,
				int period)
{
	size_t low = 0, high = parts->population_count;

	key.indicator = population_indicator(source);
	key.period = period;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cell_key_compare(&parts->populations[middle].key, &key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == parts->population_count ||
	    cell_key_compare(&parts->populations[low].key, &key) != 0)
		return (struct population){ 0 };
	return (struct population){
		&parts->populations[low],
		population_cell_end(parts->populations, parts->population_count, low) - low
	};
}

size_t population_cell_end(const struct observation *rows, size_t count, size_t begin)
{
	size_t end = begin + 1;

	while (end < count && cell_key_compare(&rows[end].key, &rows[begin].key) == 0)
		end++;
	return end;
}

static bool is_set(const struct quantity *quantity)
{
	return quantity->state != VALUE_NOT_AVAILABLE;
}

static bool is_unknown_group(const struct dataset *dataset, const struct cell_key *key)
{
	return key->classification != CLASSIFICATION_ALL &&
	       dataset->dimensions->classifications[key->classification]->groups[key->group].kind ==
		       GROUP_UNKNOWN;
}

/* Nobody counts the people of whom nothing is known; other bodies are the business of other reports. */
static bool is_missed(const struct joiner *joiner, const struct observation *row)
{
	return !is_set(&row->denominator) && !is_unknown_group(joiner->dataset, &row->key) &&
	       (joiner->own < 0 || row->key.organisation == joiner->own);
}

static const char *cell_name(struct arena *arena, const struct dataset *dataset,
			     const struct cell_key *key)
{
	const struct classification *by =
		key->classification < 0 ? NULL
					: dataset->dimensions->classifications[key->classification];

	return arena_printf(arena, "%s, %s, %s%s%s", dataset->indicators->items[key->indicator].id,
			    dataset->periods[key->period].code,
			    dataset->organisations[key->organisation].code, by == NULL ? "" : ", ",
			    by == NULL ? "" : by->groups[key->group].label);
}

static bool has_population(const struct joiner *joiner, const struct cell_key *key, int source)
{
	return population_of(joiner->parts, *key, source, key->period).count > 0 ||
	       population_of(joiner->parts, *key, source, PERIOD_ANY).count > 0;
}

/* What some rows of one indicator that have no population hold. */
struct missed {
	const struct observation *first;
	size_t rows;
	double records; /* counted for them; 0 of tables */
};

static void miss(struct missed *missed, const struct observation *row)
{
	if (missed->first == NULL)
		missed->first = row;
	missed->rows++;
	missed->records += row->records;
}

/* Of what was counted, how much does not reach any figure. */
static const char *records_in(struct arena *arena, const struct missed *missed)
{
	return missed->records == 0
		       ? ""
		       : arena_printf(arena, "; %.15g %s counted for them", missed->records,
				      missed->records == 1 ? "record was" : "records were");
}

void population_say_missed(struct joiner *joiner)
{
	const struct dataset *dataset = joiner->dataset;

	for (size_t begin = 0, end; begin < dataset->count; begin = end) {
		const struct observation *rows = dataset->observations;
		int source = population_source(dataset, &rows[begin]);
		struct missed missed = { 0 };

		for (end = begin;
		     end < dataset->count && rows[end].key.indicator == rows[begin].key.indicator;
		     end++)
			if (source >= 0 && is_missed(joiner, &rows[end]) &&
			    !has_population(joiner, &rows[end].key, source))
				miss(&missed, &rows[end]);
		if (missed.rows > 0)
			diag_addf(joiner->diags, DIAG_POPULATION_NONE,
				  observation_location(dataset, missed.first),
				  "%zu %s, the first for %s%s", missed.rows,
				  missed.rows == 1 ? "row" : "rows",
				  cell_name(joiner->arena, dataset, &missed.first->key),
				  records_in(joiner->arena, &missed));
	}
}

void population_check_sums(struct joiner *joiner, const struct observation *rows, size_t count)
{
	const struct classification *ages = joiner->dataset->ages;

	for (size_t i = 0; i < count; i++) {
		const struct observation *row = &rows[i];
		bool all = row->age == AGE_ALL;
		struct quantity sum;

		if (!quantity_is_shown(&row->denominator) ||
		    !bands_make_up(ages, rows, count, row->age,
				   all ? 0 : ages->groups[row->age].lower,
				   all ? -1 : ages->groups[row->age].upper, &sum) ||
		    !quantity_is_shown(&sum) ||
		    fabs(sum.number - row->denominator.number) <=
			    0.01 * fmax(sum.number, row->denominator.number) ||
		    !population_tell_once(joiner, population_indicator(row->source), row->age))
			continue;
		diag_addf(joiner->diags, DIAG_POPULATION_DISAGREES,
			  observation_location(joiner->dataset, row),
			  "%s: %.12g, its bands together %.12g",
			  all ? "all ages" : ages->groups[row->age].code, row->denominator.number,
			  sum.number);
	}
}
