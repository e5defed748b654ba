/*
 * chart_sentences_panels.c - the highest and the lowest figure of small multiples that share a scale.
 */
#include "resolve/chart_sentences.h"

struct extreme {
	const struct plot *panel; /* NULL: none */
	size_t at;
};

static const struct plot_value *value_of(const struct extreme *extreme)
{
	return &extreme->panel->values[extreme->at];
}

/* "2024, 1 most deprived": the category, and the panel that it stands in. */
static const char *place_of(const struct chart *chart, const struct extreme *extreme)
{
	const struct plot *panel = extreme->panel;

	return words_fill(chart->words, STRING_LONG_OF_SERIES,
			  (struct placeholder[]){
				  { "category",
				    panel->categories[extreme->at % panel->category_count].label },
				  { "series", panel->panel_title },
				  { 0 } });
}

/* What stands back is that of another panel, or of all; what is of low reliability is neither highest nor lowest. */
static bool is_told(const struct plot *panel, size_t at)
{
	return panel->values[at].state == VALUE_SHOWN &&
	       !panel->categories[at % panel->category_count].unknown &&
	       panel->series[at / panel->category_count].emphasis != EMPHASIS_CONTEXT;
}

/* True when a figure of the panel is of low reliability, and so is left out. */
static bool widen(const struct plot *panel, struct extreme *high, struct extreme *low)
{
	bool uncertain = false;

	for (size_t i = 0; i < panel->series_count * panel->category_count; i++) {
		uncertain = uncertain || panel->values[i].state == VALUE_UNRELIABLE;
		if (!is_told(panel, i))
			continue;
		if (high->panel == NULL || panel->values[i].value > value_of(high)->value)
			*high = (struct extreme){ panel, i };
		if (low->panel == NULL || panel->values[i].value < value_of(low)->value)
			*low = (struct extreme){ panel, i };
	}
	return uncertain;
}

const char *panels_extremes(const struct chart *chart)
{
	const struct plot *plot = chart->plot;
	struct extreme high = { 0 }, low = { 0 };
	bool uncertain = false;

	if (plot->own_scale)
		return "";
	for (size_t i = 0; i < plot->panel_count; i++) {
		/* Lines of several groups in one panel have two names. */
		if (plot->panels[i]->series_count > 2)
			return "";
		uncertain = widen(plot->panels[i], &high, &low) || uncertain;
	}
	if (high.panel == NULL || value_of(&high)->value <= value_of(&low)->value)
		return "";
	return words_fill(chart->words,
			  uncertain ? STRING_LONG_EXTREMES_RELIABLE : STRING_LONG_EXTREMES,
			  (struct placeholder[]){ { "high", plot_value_said(value_of(&high)) },
						  { "a", place_of(chart, &high) },
						  { "low", plot_value_said(value_of(&low)) },
						  { "b", place_of(chart, &low) },
						  { 0 } });
}
