#include <string.h>

#include "resolve/plots/parting.h"

double parting_sum(const struct plot *plot, const struct parting *parting, size_t row,
		   enum part_side side, bool all)
{
	double sum = 0;

	for (size_t s = 0; s < plot->series_count; s++)
		if ((all || parting->parts[s].side == side) &&
		    value_state_is_shown(plot_value(plot, s, row)->state))
			sum += plot_value(plot, s, row)->value;
	return sum;
}

/* Rows that are compared: not the total beside its groups. */
static bool is_compared(const struct parting *parting, size_t row)
{
	return parting->row_count == 1 || parting->rows[row].group != GROUP_ALL ||
	       parting->rows[parting->row_count - 1].group == GROUP_ALL;
}

/* The largest part of a row; -1 when the row is not shown. */
static int largest_of(const struct plot *plot, size_t row)
{
	int largest = -1;

	for (size_t s = 0; s < plot->series_count; s++) {
		if (!value_state_is_shown(plot_value(plot, s, row)->state))
			return -1;
		if (largest < 0 ||
		    plot_value(plot, s, row)->value > plot_value(plot, (size_t)largest, row)->value)
			largest = (int)s;
	}
	return largest;
}

/* From the smallest to the largest number of the rows; one where both are printed alike. */
static const char *range_of(const struct chart *chart, const struct parting *parting, int part)
{
	double low = 0, high = 0;
	struct placeholder parts[] = { { "a", "" }, { "b", "" }, { 0 } };
	bool any = false;

	for (size_t i = 0; i < parting->row_count; i++) {
		double number;

		if (largest_of(chart->plot, i) < 0 || !is_compared(parting, i))
			continue;
		number = part >= 0
				 ? plot_value(chart->plot, (size_t)part, i)->value
				 : parting_sum(chart->plot, parting, i, PART_SIDE_POSITIVE, false);
		low = any && low < number ? low : number;
		high = any && high > number ? high : number;
		any = true;
	}
	parts[0].text = words_value_said(chart->words, chart->view.key.indicator, chart->measure,
					 &(struct value){ .state = VALUE_SHOWN, .estimate = low },
					 chart->block->decimals);
	parts[1].text = words_value_said(chart->words, chart->view.key.indicator, chart->measure,
					 &(struct value){ .state = VALUE_SHOWN, .estimate = high },
					 chart->block->decimals);
	return strcmp(parts[0].text, parts[1].text) == 0
		       ? parts[0].text
		       : words_fill(chart->words, STRING_INTERVAL_RANGE,
				    (struct placeholder[]){ { "lower", parts[0].text },
							    { "upper", parts[1].text },
							    { 0 } });
}

/* The part that is the largest in all rows; -1 when there is none. */
static int largest_everywhere(const struct chart *chart, const struct parting *parting)
{
	int found = -1;

	for (size_t i = 0; i < parting->row_count; i++) {
		int largest = largest_of(chart->plot, i);

		if (largest < 0 || !is_compared(parting, i))
			continue;
		if (found >= 0 && largest != found)
			return -1;
		found = largest;
	}
	return found;
}

static const char *title_of_parts(const struct chart *chart, const struct parting *parting)
{
	int largest = largest_everywhere(chart, parting);
	bool meets = chart->plot->parts->meets, any = false;
	struct placeholder parts[] = {
		{ "whole", words_population(chart->words, chart->view.indicator) },
		{ "name", largest < 0 ? "" : parting->parts[largest].label },
		{ "range", "" },
		{ 0 },
	};

	for (size_t i = 0; i < parting->row_count; i++)
		any = any || largest_of(chart->plot, i) >= 0;
	if (!any || (!meets && largest < 0))
		return words_fill(chart->words, STRING_TITLE_PARTS, parts);
	parts[2].text = range_of(chart, parting, meets ? -1 : largest);
	return words_fill(chart->words,
			  meets ? STRING_TITLE_PARTS_POSITIVE : STRING_TITLE_PARTS_LARGEST, parts);
}

void parting_words(struct chart *chart, const struct parting *parting)
{
	struct placeholder parts[] = {
		{ "whole", words_population(chart->words, chart->view.indicator) },
		{ "phrase", chart->by },
		{ "place", chart->place },
		{ "period", chart->period },
		{ 0 },
	};

	if (parting->of_indicators)
		chart->subtitle = words_fill(chart->words,
					     chart->by[0] != '\0' ? STRING_SUBTITLE_PARTS
								  : STRING_SUBTITLE_PARTS_ALL,
					     parts);
	chart->title = title_of_parts(chart, parting);
	chart->own_title = true;
	if (chart->plot->parts->meets)
		append_sentence(chart->resolver, &chart->kind_notes,
				word_of(chart->resolver, STRING_NOTE_PARTS_MEET));
}
