#include "chart/place_legend.h"

#include <math.h>

#include "base/arena.h"
#include "document/plot_places.h"

static const double swatch_width = 16, swatch_height = 9, swatch_gap = 5, entry_gap = 12;

enum { OWN_MOST = 3, ENTRIES_MOST = PLACE_STEPS + 2 + OWN_MOST };

struct entry {
	const char *text;
	unsigned step;
	enum value_state state; /* of a place without a class */
	bool own;               /* a place with a border of its own */
};

enum colour_role place_colour(unsigned step)
{
	static const enum colour_role ramp[PLACE_STEPS + 1] = {
		COLOUR_PAPER,  COLOUR_STEP_1, COLOUR_STEP_2,
		COLOUR_STEP_3, COLOUR_STEP_4, COLOUR_STEP_5,
	};

	return ramp[step];
}

static bool has_state(const struct plot *plot, enum value_state state)
{
	for (size_t i = 0; i < plot->category_count; i++)
		if (plot->values[i].state == state)
			return true;
	return false;
}

/* On a map the name of the place in focus may find no room. */
static size_t find_own(const struct canvas *canvas, struct entry *entries)
{
	const struct plot *plot = canvas->plot;
	size_t count = 0;

	for (size_t i = 0; plot->places != NULL && plot->places->is_map &&
			   i < plot->category_count && count < OWN_MOST;
	     i++)
		if (plot->categories[i].emphasised)
			entries[count++] = (struct entry){
				.text = arena_printf(
					canvas->arena, "%s %s", plot->categories[i].label,
					canvas_value_text(canvas, plot_value(plot, 0, i))),
				.step = plot->places->items[i].step,
				.state = plot_value(plot, 0, i)->state,
				.own = true,
			};
	return count;
}

static size_t find_entries(const struct canvas *canvas, struct entry *entries)
{
	const struct plot *plot = canvas->plot;
	size_t count = find_own(canvas, entries);

	for (size_t i = 0; plot->places != NULL && i < plot->places->class_count; i++)
		entries[count++] =
			(struct entry){ plot->places->classes[i].text,
					plot->places->classes[i].step, VALUE_SHOWN, false };
	if (has_state(plot, VALUE_SUPPRESSED))
		entries[count++] = (struct entry){ "[c]", 0, VALUE_SUPPRESSED, false };
	if (has_state(plot, VALUE_NOT_AVAILABLE))
		entries[count++] = (struct entry){ "[x]", 0, VALUE_NOT_AVAILABLE, false };
	return count;
}

double place_legend_width(struct canvas *canvas)
{
	struct entry entries[ENTRIES_MOST];
	size_t count = find_entries(canvas, entries);
	double widest = 0;

	for (size_t i = 0; i < count; i++)
		widest = fmax(widest, canvas_width(canvas, canvas->text, entries[i].text));
	return count == 0 ? 0 : widest + swatch_width + swatch_gap;
}

static void draw_swatch(struct canvas *canvas, const struct entry *entry, struct box box)
{
	struct scene_path *path = scene_fill(canvas->scene, PART_ORNAMENT,
					     canvas_colour(canvas, place_colour(entry->step)));

	path->stroked = true;
	path->line_width = entry->own ? 2.2 : 0.75;
	path->stroke = canvas_colour(canvas, entry->own ? COLOUR_TEXT : COLOUR_STEP_1);
	if (entry->state == VALUE_NOT_AVAILABLE) {
		path->dash[0] = 1;
		path->dash[1] = 1.6;
	}
	path_rectangle(canvas->scene, path, box);
	if (entry->state == VALUE_SUPPRESSED)
		canvas_hatch(canvas, box);
}

double place_legend_draw(struct canvas *canvas, double left, double top, double width)
{
	struct entry entries[ENTRIES_MOST];
	size_t count = find_entries(canvas, entries);
	double x = left, base = top + canvas->line_pt;

	for (size_t i = 0; i < count; i++) {
		double needed = swatch_width + swatch_gap +
				canvas_width(canvas, canvas->text, entries[i].text);

		if (x > left && x + needed > left + width) {
			x = left;
			base += canvas->line_pt + 2;
		}
		draw_swatch(canvas, &entries[i],
			    (struct box){ x,
					  base - canvas_middle(canvas, canvas->text) -
						  swatch_height / 2,
					  swatch_width, swatch_height });
		canvas_text(canvas, PART_SERIES_LABEL, canvas->text, COLOUR_TEXT, LABEL_LEFT,
			    x + swatch_width + swatch_gap, base, entries[i].text);
		x += needed + entry_gap;
	}
	return count == 0 ? top : base + 5;
}
