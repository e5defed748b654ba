/*
 * parts_whole.c - whether what an author stacks is a whole: nothing below zero, not more than all, of one number
 * of people.
 */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/plots/parting.h"

/* Rounded parts. */
static const double over_all = 102, almost_all = 98;

bool parting_complain(const struct chart *chart, enum diag_code code, const char *detail)
{
	const struct word *list = &chart->block->indicators;

	diag_add(chart->resolver->diags, code, list->text == NULL ? chart->block->at : list->at,
		 detail, NULL);
	return false;
}

static bool are_of_one_family(const struct chart *chart, const struct parting *parting)
{
	const struct indicator *items = chart->resolver->dataset->indicators->items;
	const char *family = items[parting->parts[0].indicator].family;

	for (size_t i = 1; i < parting->part_count; i++)
		if (strcmp(items[parting->parts[i].indicator].family, family) != 0)
			return false;
	return family[0] != '\0';
}

/* What the figure of a part is out of; NULL where that may not be told or is not known. */
static const struct quantity *whole_of(const struct chart *chart, const struct parting *parting,
				       size_t row, size_t part)
{
	struct cell_key key = parting->rows[row].key;
	const struct result *result;

	key.indicator = parting->parts[part].indicator;
	key.group = parting->rows[row].group;
	result = results_find(chart->resolver->results, &key);
	return result != NULL && quantity_is_shown(&result->denominator) ? &result->denominator
									 : NULL;
}

/* True of parts of which every shown bar adds up, or is out of one number. */
static bool row_is_whole(const struct chart *chart, const struct parting *parting, size_t row)
{
	double sum = parting_sum(chart->plot, parting, row, PART_SIDE_NONE, true);
	const struct quantity *first = whole_of(chart, parting, row, 0);

	for (size_t s = 0; s < parting->part_count; s++)
		if (!value_state_is_shown(plot_value(chart->plot, s, row)->state))
			return true;
	if (sum >= almost_all && sum <= over_all)
		return true;
	for (size_t s = 1; s < parting->part_count; s++) {
		const struct quantity *other = whole_of(chart, parting, row, s);

		if (first == NULL || other == NULL || first->number != other->number)
			return false;
	}
	return true;
}

static void check_whole(const struct chart *chart, const struct parting *parting)
{
	if (!parting->of_indicators || are_of_one_family(chart, parting))
		return;
	for (size_t i = 0; i < parting->row_count; i++)
		if (!row_is_whole(chart, parting, i)) {
			diag_add(chart->resolver->diags, DIAG_PARTS_OF_WHOLES,
				 chart->block->indicators.at, chart->block->indicators.text,
				 "write family=\"...\" on indicators that are parts of one whole");
			return;
		}
}

/* False after a diagnostic when a part is less than nothing. */
static bool are_positive(const struct chart *chart, const struct parting *parting)
{
	for (size_t i = 0; i < parting->row_count; i++)
		for (size_t s = 0; s < parting->part_count; s++) {
			const struct plot_value *value = plot_value(chart->plot, s, i);

			if (value_state_is_shown(value->state) && value->value < 0)
				return parting_complain(
					chart, DIAG_PART_NEGATIVE,
					arena_printf(chart->resolver->arena, "%s, %s: %s",
						     parting->parts[s].label,
						     parting->rows[i].label, value->text));
		}
	return true;
}

/* False after a diagnostic when the parts of a row are more than the whole. */
static bool adds_up(const struct chart *chart, const struct parting *parting)
{
	for (size_t i = 0; i < parting->row_count; i++) {
		double sum = parting_sum(chart->plot, parting, i, PART_SIDE_NONE, true);

		if (sum > over_all)
			return parting_complain(chart, DIAG_PARTS_OVER_ALL,
						arena_printf(chart->resolver->arena, "%s: %.1f%%",
							     parting->rows[i].label, sum));
	}
	return true;
}

bool parting_is_whole(const struct chart *chart, const struct parting *parting)
{
	if (!are_positive(chart, parting) || !adds_up(chart, parting))
		return false;
	check_whole(chart, parting);
	return true;
}
