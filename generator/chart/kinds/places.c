/*
 * places.c - one figure for each of several places, in classes of a ramp: tiles of one size, or a map with the
 * author's outlines. Hidden figures are hatched, missing ones have a dotted line; neither has a class.
 */
#include "chart/axis.h"
#include "chart/kind.h"
#include "chart/place_map.h"
#include "document/plot_places.h"

static void draw(struct canvas *canvas)
{
	const struct plot *plot = canvas->plot;
	double low, high;

	if (!plot_extent(plot, &low, &high)) {
		axis_empty(canvas);
		return;
	}
	canvas->height = plot->places != NULL && plot->places->is_map ? place_map_draw(canvas)
								      : place_tiles_draw(canvas);
	canvas->scene->height = canvas->height;
}

const struct chart_kind chart_places = {
	.name = "places",
	.shape = SHAPE_PLACES,
	.takes = TAKES_MAP,
	.by_value = true,
	.prints_values = true,
	.lists_all = true,
	.ticks = 4,
	.alt = STRING_ALT_PLACES_TILES,
	.alt_detailed = STRING_ALT_PLACES_MAP,
	.draw = draw,
};
