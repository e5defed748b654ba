#include "support/plots.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/number.h"
#include "chart/kind.h"

const char *plot_number_text(struct arena *arena, const struct plot *plot, double value,
			     unsigned decimals)
{
	char text[NUMBER_TEXT_MAX];

	number_format(value,
		      (struct number_style){
			      .decimals = decimals, .thousands = true, .minus_sign = true },
		      text);
	return arena_printf(arena, "%s%s", text, plot->percentage ? "%" : "");
}

struct plot *plot_of(struct arena *arena, const char *kind, const double *values, size_t count)
{
	struct plot *plot = arena_alloc(arena, sizeof(*plot));

	*plot = (struct plot){
		.kind = kind,
		.axis_title = "",
		.value_heading = "Rate",
		.interval_heading = "",
		.reference_label = "",
		.share_label = "",
		.note_heading = "",
		.empty_text = "No figure can be shown.",
		.category_count = count,
		.series_count = 1,
		.categories = arena_array(arena, count, sizeof(*plot->categories)),
		.series = arena_array(arena, 1, sizeof(*plot->series)),
		.values = arena_array(arena, count, sizeof(*plot->values)),
	};
	plot->series[0].label = "Series";
	for (size_t i = 0; i < count; i++) {
		plot->categories[i] = (struct plot_category){
			.label = arena_printf(arena, "%c", (char)('A' + i % 26)),
			.share_text = "",
			.end_label = "",
			.note = "",
		};
		plot->categories[i].short_label = plot->categories[i].label;
		plot->values[i] = (struct plot_value){
			.state = VALUE_SHOWN,
			.value = values[i],
			.text = plot_number_text(arena, plot, values[i], 1),
			.interval = "",
		};
	}
	return plot;
}

struct plot *plot_of_panels(struct arena *arena, struct plot **panels, const char *const *titles,
			    size_t count)
{
	struct plot *plot = plot_of(arena, "small-multiples", NULL, 0);

	plot->panels = panels;
	plot->panel_count = count;
	for (size_t i = 0; i < count; i++) {
		panels[i]->panel_title = titles[i];
		panels[i]->axis_title = panels[i]->reference_label = "";
		for (size_t c = 0; c < panels[i]->category_count; c++)
			panels[i]->categories[c].label = panels[i]->categories[c].short_label;
	}
	return plot;
}

void plot_hide(struct plot *plot, size_t series, size_t category, enum value_state state)
{
	struct plot_value *value = &plot->values[series * plot->category_count + category];

	value->state = state;
	value->text = value->interval = state == VALUE_SUPPRESSED      ? "[c]"
					: state == VALUE_NOT_AVAILABLE ? "[x]"
								       : "[z]";
}

void plot_interval(struct arena *arena, struct plot *plot, size_t series, size_t category,
		   double lower, double upper)
{
	struct plot_value *value = &plot->values[series * plot->category_count + category];

	value->has_interval = true;
	value->lower = lower;
	value->upper = upper;
	value->interval = arena_printf(arena, "%s to %s", plot_number_text(arena, plot, lower, 1),
				       plot_number_text(arena, plot, upper, 1));
	plot->interval_heading = "95% interval";
}

const char *plot_describe(struct arena *arena, const struct plot *plot)
{
	struct buffer text;

	buffer_init(&text);
	buffer_printf(&text, "%s of %zu x %zu%s%s:", plot->kind, plot->series_count,
		      plot->category_count, plot->percentage ? " in %" : "",
		      plot->has_reference
			      ? arena_printf(arena, " with \"%s\"", plot->reference_label)
			      : "");
	for (size_t i = 0; i < plot->series_count * plot->category_count; i++) {
		size_t category = i % plot->category_count, series = i / plot->category_count;
		const struct plot_value *value = &plot->values[i];

		if (category == 0 && plot->series_count > 1)
			buffer_printf(&text, "\n  series \"%s\":", plot->series[series].label);
		buffer_printf(&text, "\n    \"%s\" %s (%s)", plot->categories[category].label,
			      value->text, value->has_interval ? value->interval : "");
	}
	return buffer_finish(&text, arena);
}

double figure_width(const struct look *look, bool half)
{
	double width = layout_text_width(look->layout);

	return half ? (width - look->layout->gutter_pt) / 2 : width;
}

struct scene *plot_draw(const struct look *look, const struct plot *plot, bool half)
{
	return chart_draw(look->arena, look->engine, look->layout, look->theme, plot,
			  figure_width(look, half), half);
}
