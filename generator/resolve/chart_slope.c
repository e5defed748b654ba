/*
 * chart_slope.c - the slope index beside the line that it is read from.
 */
#include "base/arena.h"
#include "indicator/figure.h"
#include "resolve/chart_parts.h"
#include "words/phrases.h"

void set_slope(struct chart *chart)
{
	struct value slope = view_measure(&chart->view, MEASURE_SII);
	struct plot *plot = chart->plot;
	int indicator = chart->view.key.indicator, decimals = chart->block->decimals;
	struct placeholder parts[] = { { "range", words_interval(chart->words, indicator,
								 MEASURE_SII, &slope, decimals) },
				       { 0 } };

	plot->slope_text = phrase_with_short_unit(
		chart->words, &chart->view,
		words_value_said(chart->words, indicator, MEASURE_SII, &slope, decimals));
	if (parts[0].text[0] == '\0') {
		plot->slope_told = plot->slope_text;
		return;
	}
	plot->slope_told = arena_printf(chart->resolver->arena, "%s %s", plot->slope_text,
					words_fill(chart->words, STRING_INTERVAL_LATER, parts));
}

/* "Females: 3.1 points (...); Males: ...", or "" where no panel has a line. */
static const char *slopes_of_panels(const struct chart *chart)
{
	const char *told = "";

	for (size_t i = 0; i < chart->plot->panel_count; i++) {
		const struct plot *panel = chart->plot->panels[i];
		const char *slope;

		if (!panel->has_fitted)
			continue;
		slope = words_fill(chart->words, STRING_LONG_VALUE,
				   (struct placeholder[]){ { "group", panel->panel_title },
							   { "value", panel->slope_told },
							   { 0 } });
		told = told[0] == '\0' ? slope
				       : words_fill(chart->words, STRING_LONG_VALUES_MORE,
						    (struct placeholder[]){ { "values", told },
									    { "value", slope },
									    { 0 } });
	}
	return told;
}

void tell_slope(const struct chart *chart, struct text *notes)
{
	const char *slopes = slopes_of_panels(chart);

	if (chart->plot->has_fitted)
		append_sentence(chart->resolver, notes,
				words_fill(chart->words, STRING_NOTE_SLOPE,
					   (struct placeholder[]){
						   { "slope", chart->plot->slope_told }, { 0 } }));
	if (slopes[0] != '\0')
		append_sentence(chart->resolver, notes,
				words_fill(chart->words, STRING_NOTE_SLOPES,
					   (struct placeholder[]){ { "slopes", slopes }, { 0 } }));
}
