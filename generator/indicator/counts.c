#include "indicator/counts.h"

#include "base/arena.h"
#include "indicator/disclosure.h"
#include "indicator/method.h"
#include "indicator/secondary.h"

/* What is hidden of a result while its exact counts are still needed to decide about others. */
struct hiding {
	bool numerator, denominator;
};

struct counter {
	struct arena *arena;
	struct results *results;
	const struct disclosure_rule *const *rules;
	struct hiding *hiding; /* of every result */
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

/* -- what is hidden --------------------------------------------------------------------------- */

int counts_people_source(const struct dataset *dataset, const struct result *result)
{
	const char *id = dataset->indicators->items[result->key.indicator].denominator_source;

	return id[0] == '\0' ? result->source : source_find(dataset, id);
}

static const struct disclosure_rule *rule_of(const struct counter *counter,
					     const struct result *result, bool denominator)
{
	int source = denominator ? counts_people_source(counter->results->dataset, result)
				 : result->source;

	return source < 0 ? NULL : counter->rules[source];
}

static bool is_hidden(const struct disclosure_rule *rule, const struct quantity *quantity)
{
	return quantity->state == VALUE_SUPPRESSED ||
	       (quantity_is_shown(quantity) && disclosure_hides(rule, quantity->number));
}

/* Of a cell whose data tell the events of each person, how many had any; -1 otherwise. */
static double people_of(const struct dataset *dataset, const struct result *result)
{
	size_t count;
	const struct observation *rows = dataset_find(dataset, &result->key, &count);
	double sum = 0;

	if (rows[0].age == AGE_ALL && (rows[0].repeats != NULL || count == 1))
		return observation_people(&rows[0]);
	for (size_t i = 0; i < count; i++) {
		double people = observation_people(&rows[i]);

		if (rows[i].age != AGE_ALL && people < 0 && rows[i].numerator.number > 0)
			return -1;
		sum += people > 0 ? people : 0;
	}
	return sum;
}

static void hide_small(struct counter *counter)
{
	for (size_t i = 0; i < counter->results->count; i++) {
		const struct result *result = &counter->results->items[i];

		const struct disclosure_rule *rule = rule_of(counter, result, false);
		double people = people_of(counter->results->dataset, result);

		/* Many events of a few people are as much theirs as a few events. */
		counter->hiding[i] = (struct hiding){
			.numerator = is_hidden(rule, &result->numerator) ||
				     disclosure_hides(rule, people),
			.denominator =
				is_hidden(rule_of(counter, result, true), &result->denominator),
		};
	}
}

static bool *hiding_of(struct counter *counter, size_t place, bool denominator)
{
	struct hiding *hiding = &counter->hiding[place];

	return denominator ? &hiding->denominator : &hiding->numerator;
}

/* Whether the totals over all groups, of both sexes and of each, are hidden. */
static void find_wholes(struct counter *counter, const struct cell_key *key, bool denominator,
			bool *wholes, size_t count)
{
	struct cell_key total = *key;

	total.classification = CLASSIFICATION_ALL;
	total.group = GROUP_ALL;
	for (size_t i = 0; i < count; i++) {
		const struct result *found;

		total.sex = (int)i - 1;
		found = results_find(counter->results, &total);
		wholes[i] =
			found != NULL &&
			*hiding_of(counter, (size_t)(found - counter->results->items), denominator);
	}
}

enum { SEXES_MOST = 8 };

static void protect_breakdown(struct counter *counter, size_t first, size_t count, bool denominator)
{
	const struct result *groups = &counter->results->items[first];
	const struct disclosure_rule *rule = rule_of(counter, &groups[0], denominator);
	/* A population is that of several indicators: what is hidden of it must be the same for all. */
	bool shared = denominator && counts_people_source(counter->results->dataset, &groups[0]) !=
					     groups[0].source;
	struct secondary_cell *cells;
	struct arena *scratch;
	bool wholes[SEXES_MOST];

	if (rule == NULL || !rule->secondary)
		return;
	scratch = arena_new();
	cells = arena_array(scratch, count, sizeof(*cells));
	for (size_t i = 0; i < count; i++) {
		const struct quantity *quantity =
			denominator ? &groups[i].denominator : &groups[i].numerator;

		cells[i] = (struct secondary_cell){
			.group = groups[i].key.group,
			.sex = groups[i].key.sex,
			.number = quantity_is_shown(quantity) ? quantity->number : 0,
			.known = quantity_is_shown(quantity),
			.hidden = *hiding_of(counter, first + i, denominator),
			.lost = !shared && *hiding_of(counter, first + i, !denominator),
		};
	}
	find_wholes(counter, &groups[0].key, denominator, wholes, SEXES_MOST);
	secondary_hide(rule, cells, count, wholes, SEXES_MOST);
	for (size_t i = 0; i < count; i++)
		*hiding_of(counter, first + i, denominator) = cells[i].hidden;
	arena_free(scratch);
}

/* Runs of results that differ in group and sex alone are the cells of one breakdown; totals come first. */
static void protect_breakdowns(struct counter *counter)
{
	const struct results *results = counter->results;

	for (size_t i = 0, end; i < results->count; i = end) {
		const struct cell_key *key = &results->items[i].key;

		for (end = i + 1; end < results->count; end++) {
			const struct cell_key *next = &results->items[end].key;

			if (next->indicator != key->indicator || next->period != key->period ||
			    next->organisation != key->organisation ||
			    next->classification != key->classification)
				break;
		}
		protect_breakdown(counter, i, end - i, false);
		protect_breakdown(counter, i, end - i, true);
	}
}

/* -- what is left ----------------------------------------------------------------------------- */

static void disclose(const struct counter *counter, struct result *result, struct hiding hiding)
{
	const struct disclosure_rule *rule = rule_of(counter, result, false);
	const struct disclosure_rule *below = rule_of(counter, result, true);

	if (hiding.numerator)
		result->numerator = (struct quantity){ .state = VALUE_SUPPRESSED };
	if (hiding.denominator)
		result->denominator = (struct quantity){ .state = VALUE_SUPPRESSED };
	disclosure_apply(rule, &result->numerator);
	disclosure_apply(below, &result->denominator);
	if (hiding.numerator && rule != NULL && rule->hides)
		result->value = value_without(VALUE_SUPPRESSED, disclosure_reason(rule));
	else if (hiding.denominator && below != NULL && below->hides)
		result->value = value_without(VALUE_SUPPRESSED, disclosure_reason(below));
}

void counts_collect(struct arena *arena, struct results *results,
		    const struct disclosure_rule *const *rules)
{
	struct counter counter = { .arena = arena, .results = results, .rules = rules };

	collect_cells(&counter);
	counter.hiding = arena_array(arena, results->count, sizeof(*counter.hiding));
	hide_small(&counter);
	protect_breakdowns(&counter);
	for (size_t i = 0; i < results->count; i++)
		disclose(&counter, &results->items[i], counter.hiding[i]);
}
