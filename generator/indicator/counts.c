#include "indicator/counts.h"

#include "base/arena.h"
#include "indicator/disclosure.h"
#include "indicator/hiding.h"
#include "indicator/method.h"

struct counter {
	struct arena *arena;
	struct results *results;
	const struct disclosure_rule *const *rules;
};

/* -- cells ------------------------------------------------------------------------------------ */

struct quantity counts_exact(const struct observation *rows, size_t count, bool denominator)
{
	struct quantity sum = { .state = VALUE_SHOWN };

	if (rows[0].age == AGE_ALL)
		return denominator ? rows[0].denominator : rows[0].numerator;
	for (size_t i = 0; i < count; i++) {
		const struct quantity *part =
			denominator ? &rows[i].denominator : &rows[i].numerator;

		if (!quantity_is_shown(part))
			return *part;
		sum.number += part->number;
	}
	return sum;
}

/* Rows come in order, so the set to add to is the last one; it is a new one when the cell is of another. */
static struct age_set *open_age_set(struct counter *counter, const struct cell_key *key)
{
	struct results *results = counter->results;
	const struct cell_key *before =
		results->count == 0 ? NULL : &results->items[results->count - 1].key;

	if (before == NULL || before->indicator != key->indicator ||
	    before->period != key->period || before->organisation != key->organisation) {
		results->age_sets =
			arena_grow(counter->arena, results->age_sets, results->age_set_count,
				   &results->age_set_capacity, sizeof(*results->age_sets));
		results->age_sets[results->age_set_count++] = (struct age_set){ 0 };
	}
	return &results->age_sets[results->age_set_count - 1];
}

static void add_age(struct arena *arena, struct age_set *set, int age)
{
	for (size_t i = 0; i < set->count; i++)
		if (set->ages[i] == age)
			return;
	set->ages = arena_grow(arena, set->ages, set->count, &set->capacity, sizeof(*set->ages));
	set->ages[set->count++] = age;
}

/* A life table counts from its age on. */
static struct quantity count_cell(const struct dataset *dataset, const struct observation *rows,
				  size_t count, bool denominator)
{
	const struct indicator *indicator = &dataset->indicators->items[rows[0].key.indicator];
	size_t first = 0;

	if (!method_find(indicator->method)->is_life || rows[count - 1].age == AGE_ALL)
		return counts_exact(rows, count, denominator);
	while (first < count - 1 &&
	       (rows[first].age == AGE_ALL ||
		dataset->ages->groups[rows[first].age].lower < indicator->at_age))
		first++;
	return counts_exact(&rows[first], count - first, denominator);
}

/* Where a rule protects counts, a number of events that comes as a value is one of them. */
static void take_published_count(const struct counter *counter, const struct observation *row,
				 struct result *result)
{
	const struct indicator *indicator =
		&counter->results->dataset->indicators->items[result->key.indicator];

	if (!method_find(indicator->method)->is_count || row->age != AGE_ALL ||
	    !quantity_is_shown(&row->value) || result->numerator.state != VALUE_NOT_AVAILABLE ||
	    !disclosure_protects(counter->rules[result->source]))
		return;
	result->numerator = row->value;
	result->numerator.number /= indicator->multiplier;
}

static void add_result(struct counter *counter, const struct observation *rows, size_t count)
{
	struct results *results = counter->results;
	struct age_set *ages = open_age_set(counter, &rows[0].key);

	results->items = arena_grow(counter->arena, results->items, results->count,
				    &results->capacity, sizeof(*results->items));
	results->items[results->count++] = (struct result){
		.key = rows[0].key,
		.numerator = count_cell(results->dataset, rows, count, false),
		.denominator = count_cell(results->dataset, rows, count, true),
		.standard_error = -1,
		.source = rows[0].source,
		.age_set = (unsigned)results->age_set_count - 1,
	};
	for (size_t i = 0; i < count; i++)
		if (rows[i].age != AGE_ALL)
			add_age(counter->arena, ages, rows[i].age);
	take_published_count(counter, &rows[0], &results->items[results->count - 1]);
	/* Whoever hides a figure does not mean its count to be shown. */
	if (rows[0].age == AGE_ALL && rows[0].value.state == VALUE_SUPPRESSED)
		results->items[results->count - 1].numerator =
			(struct quantity){ .state = VALUE_SUPPRESSED };
}

static void collect_cells(struct counter *counter)
{
	const struct dataset *dataset = counter->results->dataset;

	for (size_t i = 0, end; i < dataset->count; i = end) {
		const struct observation *rows = &dataset->observations[i];

		for (end = i + 1; end < dataset->count; end++)
			if (cell_key_compare(&dataset->observations[end].key, &rows->key) != 0)
				break;
		add_result(counter, rows, end - i);
	}
}

/* -- all of them -------------------------------------------------------------------------------- */

int counts_people_source(const struct dataset *dataset, const struct result *result)
{
	const char *id = dataset->indicators->items[result->key.indicator].denominator_source;

	return id[0] == '\0' ? result->source : source_find(dataset, id);
}

void counts_collect(struct arena *arena, struct results *results, const struct reference *reference,
		    const struct disclosure_rule *const *rules, struct diag_list *diags)
{
	struct counter counter = { .arena = arena, .results = results, .rules = rules };

	collect_cells(&counter);
	hiding_apply(arena, results, reference, rules, diags);
}
