#include "resolve/plots/maker.h"

#include "resolve/period_steps.h"
#include "resolve/series.h"

#define PLOT_SHAPE(symbol, maker, summary) extern const struct plot_maker plot_maker_##maker;
#include "document/plot_shapes.def"
#undef PLOT_SHAPE

const struct plot_maker *plot_maker_find(enum plot_shape shape)
{
	static const struct plot_maker *const makers[] = {
#define PLOT_SHAPE(symbol, maker, summary) [SHAPE_##symbol] = &plot_maker_##maker,
#include "document/plot_shapes.def"
#undef PLOT_SHAPE
	};

	return makers[shape];
}

bool plot_shows_periods(const struct chart *chart)
{
	return chart->kind != NULL;
}

void plot_set_periods(struct chart *chart, const struct period_step *steps, size_t count)
{
	struct cell_key key = chart->view.key;
	int before = -1;

	plot_set_categories(chart->resolver->arena, chart->plot, count);
	for (size_t i = 0; i < count; i++) {
		struct plot_category *category = &chart->plot->categories[i];

		category->label = words_period_short(chart->words, &steps[i].period);
		category->short_label = category->label;
		category->after_gap = steps[i].after_gap;
		if (steps[i].number < 0)
			continue;
		category->after_break = before >= 0 && series_breaks(chart->resolver, chart->scope,
								     &key, before, steps[i].number);
		before = steps[i].number;
	}
}

struct plot_value plot_left_out(struct chart *chart)
{
	struct value value = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA);

	note_state(&chart->states, &value);
	return (struct plot_value){ .state = value.state,
				    .text = words_state(chart->words, value.state),
				    .interval = "" };
}
