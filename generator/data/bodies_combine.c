/*
 * bodies_combine.c - the counts of several bodies as those of the one that took their place.
 *
 * Rule:   a cell is added up when every body has it, with the same age bands, from counts alone: published
 *         values cannot be added. A breakdown in which any of the bodies has a count that may not be shown is
 *         left out as a whole: the body's own publications hold the other counts, and a sum less those would
 *         give the hidden one back.
 * Result: figures of the bodies that were there before leave the dataset for these periods, for the same
 *         reason; so do those that the body had for its smaller area.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "data/bodies.h"
#include "data/dataset_merge.h"

enum { PARTS_MOST = 16 };

struct combination {
	struct arena *arena;
	const struct reference *reference;
	struct dataset *dataset;
	int whole;             /* the body that they are combined for */
	int parts[PARTS_MOST]; /* those that were there before */
	size_t part_count;
	struct date before;
	struct observation *sums;
	size_t sum_count, sum_capacity;
	struct cell_key unit; /* the breakdown that was looked at last, and what was found */
	bool unit_known, unit_is_open;
	size_t left_out; /* breakdowns with counts that may not be shown */
};

/* The first row of a breakdown of a body, or where it would stand. */
static size_t first_row(const struct dataset *dataset, struct cell_key key)
{
	size_t low = 0, high = dataset->count;

	key.group = GROUP_ALL;
	key.sex = SEX_ALL;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (cell_key_compare(&dataset->observations[middle].key, &key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_of_breakdown(const struct cell_key *a, const struct cell_key *b)
{
	return a->indicator == b->indicator && a->period == b->period &&
	       a->organisation == b->organisation && a->classification == b->classification;
}

static bool rule_hides(const struct disclosure_rule *rule, double count)
{
	return rule != NULL && rule->hides && count >= rule->hide_from && count <= rule->hide_to;
}

/* A count, or what is left of the people, that is hidden already or would be. */
static bool holds_hidden(const struct combination *combination, const struct observation *row)
{
	const char *id = combination->dataset->sources[row->source].rule;
	const struct disclosure_rule *rule =
		id[0] == '\0' ? NULL : disclosure_rule_find(combination->reference, id);
	const struct quantity *events = &row->numerator, *people = &row->denominator;

	if (events->state == VALUE_SUPPRESSED || people->state == VALUE_SUPPRESSED ||
	    row->value.state == VALUE_SUPPRESSED)
		return true;
	if (quantity_is_shown(events) && rule_hides(rule, events->number))
		return true;
	if (quantity_is_shown(people) && rule_hides(rule, people->number))
		return true;
	return quantity_is_shown(events) && quantity_is_shown(people) &&
	       people->number >= events->number &&
	       rule_hides(rule, people->number - events->number);
}

/* True when no body has a count in the breakdown that may not be shown; age bands are not published. */
static bool breakdown_is_open(const struct combination *combination, struct cell_key key)
{
	const struct dataset *dataset = combination->dataset;

	for (size_t i = 0; i < combination->part_count; i++) {
		key.organisation = combination->parts[i];
		for (size_t at = first_row(dataset, key);
		     at < dataset->count && is_of_breakdown(&dataset->observations[at].key, &key);
		     at++)
			if (dataset->observations[at].age == AGE_ALL &&
			    holds_hidden(combination, &dataset->observations[at]))
				return false;
	}
	return true;
}

static bool unit_is_open(struct combination *combination, const struct cell_key *key)
{
	if (combination->unit_known && is_of_breakdown(&combination->unit, key))
		return combination->unit_is_open;
	combination->unit = *key;
	combination->unit_known = true;
	combination->unit_is_open = breakdown_is_open(combination, *key);
	combination->left_out += !combination->unit_is_open;
	return combination->unit_is_open;
}

static bool is_set(const struct quantity *quantity)
{
	return quantity->state != VALUE_NOT_AVAILABLE;
}

/* Counts that can be added: nothing worked out elsewhere, nothing missing. */
static bool is_of_counts(const struct observation *row)
{
	return row->repeats == NULL && quantity_is_shown(&row->numerator) &&
	       (quantity_is_shown(&row->denominator) || !is_set(&row->denominator)) &&
	       !is_set(&row->value) && !is_set(&row->lower) && !is_set(&row->upper) &&
	       !is_set(&row->deviation);
}

static bool adds_up(const struct observation *sum, const struct observation *row)
{
	return sum->age == row->age && is_of_counts(row) &&
	       is_set(&sum->denominator) == is_set(&row->denominator);
}

static void keep_sums(struct combination *combination, const struct observation *sums, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		combination->sums =
			arena_grow(combination->arena, combination->sums, combination->sum_count,
				   &combination->sum_capacity, sizeof(*combination->sums));
		combination->sums[combination->sum_count] = sums[i];
		combination->sums[combination->sum_count++].key.organisation = combination->whole;
	}
}

/* One cell with its age bands: those of the first body, and of all others added to them. */
static void combine_cell(struct combination *combination, const struct observation *rows,
			 size_t count)
{
	struct observation *sums = arena_array(combination->arena, count, sizeof(*sums));
	struct cell_key key = rows[0].key;

	memcpy(sums, rows, count * sizeof(*sums));
	for (size_t i = 0; i < count; i++)
		if (!is_of_counts(&sums[i]))
			return;
	for (size_t part = 1; part < combination->part_count; part++) {
		const struct observation *others;
		size_t other_count;

		key.organisation = combination->parts[part];
		others = dataset_find(combination->dataset, &key, &other_count);
		if (other_count != count)
			return;
		for (size_t i = 0; i < count; i++) {
			if (!adds_up(&sums[i], &others[i]))
				return;
			sums[i].numerator.number += others[i].numerator.number;
			sums[i].denominator.number += others[i].denominator.number;
			sums[i].more += 1 + others[i].more;
		}
	}
	keep_sums(combination, sums, count);
}

static bool is_before(const struct combination *combination, const struct observation *row)
{
	return period_is_before(&combination->dataset->periods[row->key.period],
				combination->before);
}

static void combine_cells(struct combination *combination)
{
	const struct dataset *dataset = combination->dataset;

	for (size_t i = 0; i < dataset->count;) {
		const struct observation *rows = &dataset->observations[i];
		size_t count = 1;

		while (i + count < dataset->count &&
		       cell_key_compare(&rows[count].key, &rows->key) == 0)
			count++;
		if (rows->key.organisation == combination->parts[0] &&
		    is_before(combination, rows) && unit_is_open(combination, &rows->key))
			combine_cell(combination, rows, count);
		i += count;
	}
}

static bool is_replaced(const struct combination *combination, const struct observation *row)
{
	if (!is_before(combination, row))
		return false;
	for (size_t i = 0; i < combination->part_count; i++)
		if (row->key.organisation == combination->parts[i])
			return true;
	return row->key.organisation == combination->whole;
}

static void replace_rows(struct combination *combination)
{
	struct dataset *dataset = combination->dataset;
	size_t kept = 0;

	for (size_t i = 0; i < dataset->count; i++)
		if (!is_replaced(combination, &dataset->observations[i]))
			dataset->observations[kept++] = dataset->observations[i];
	dataset->count = kept;
	for (size_t i = 0; i < combination->sum_count; i++) {
		dataset->observations =
			arena_grow(combination->arena, dataset->observations, dataset->count,
				   &dataset->capacity, sizeof(*dataset->observations));
		dataset->observations[dataset->count++] = combination->sums[i];
	}
	if (dataset->count > 1)
		qsort(dataset->observations, dataset->count, sizeof(*dataset->observations),
		      observation_compare);
}

/* Why they cannot be combined; NULL when they can. */
static const char *find_parts(struct combination *combination, const struct body_change *change)
{
	if (change->was_there)
		combination->parts[combination->part_count++] = combination->whole;
	for (size_t i = 0; i < change->former_count; i++) {
		const char *code = change->former[i]->code;
		int found = organisation_find(combination->dataset, code);

		if (strchr(change->former[i]->successors, ';') != NULL)
			return arena_printf(combination->arena,
					    "%s was divided, and what went where is not known",
					    code);
		if (found < 0)
			return arena_printf(combination->arena, "the data have no figures of %s",
					    code);
		if (combination->part_count == PARTS_MOST)
			return "there are too many";
		combination->parts[combination->part_count++] = found;
	}
	return NULL;
}

void bodies_combine(struct arena *arena, const struct reference *reference, struct dataset *dataset,
		    int organisation, struct body_change *change,
		    const struct organisation_spec *spec, struct diag_list *diags)
{
	struct combination combination = { .arena = arena,
					   .reference = reference,
					   .dataset = dataset,
					   .whole = organisation,
					   .before = change->on };
	const char *why = find_parts(&combination, change);

	if (why == NULL)
		combine_cells(&combination);
	if (why == NULL && combination.sum_count == 0)
		why = "no cell is there for all of them, as counts that may be shown";
	if (why != NULL) {
		change->history = HISTORY_BROKEN;
		diag_addf(diags, DIAG_BODY_NOT_COMBINED, spec->at, "%s: %s", spec->code.text, why);
		return;
	}
	replace_rows(&combination);
	change->has_figures_before = true;
	if (combination.left_out > 0)
		diag_addf(diags, DIAG_BODY_PARTLY_COMBINED, spec->at, "%s: %zu left out",
			  spec->code.text, combination.left_out);
}
