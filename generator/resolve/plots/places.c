/*
 * places.c - one figure for each of several places, on tiles or on a map with the author's outlines.
 */
#include "document/plot_places.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "resolve/plots/bodies.h"
#include "resolve/plots/place_classes.h"

/* A map and what of it is drawn. */
struct drawn_map {
	const struct map_file *file;
	const struct map_shape **shapes; /* of every category; NULL = none */
	size_t count;
};

static const char *codes_of(const struct chart *chart, const struct body_figure *body)
{
	return arena_printf(chart->resolver->arena, "%s;%s", body->code, body->other);
}

/* -- outlines --------------------------------------------------------------------------------- */

static bool is_drawn(const struct drawn_map *map, const struct map_shape *shape)
{
	for (size_t i = 0; i < map->count; i++)
		if (map->shapes[i] == shape)
			return true;
	return false;
}

/*
 * Outlines without a row in the data are places that are missing, when the file is of the same area. A file of
 * the whole country under the figures of a region has many more: they are another area and left out.
 */
static size_t missing_places(const struct drawn_map *map)
{
	size_t found = 0;

	for (size_t i = 0; i < map->count; i++)
		found += map->shapes[i] != NULL;
	return 2 * found >= map->file->count ? map->file->count - found : 0;
}

/* The middle of what is drawn, in degrees north: there a degree east is as long as it is drawn. */
static double middle_of(const struct drawn_map *map)
{
	double least = INFINITY, most = -INFINITY;

	for (size_t i = 0; i < map->count; i++)
		for (size_t r = 0; map->shapes[i] != NULL && r < map->shapes[i]->ring_count; r++)
			for (size_t p = 0; p < map->shapes[i]->rings[r].count; p++) {
				double y = map->shapes[i]->rings[r].points[p].y;

				least = fmin(least, y);
				most = fmax(most, y);
			}
	return (least + most) / 2;
}

/* Equirectangular where coordinates are degrees; y runs down on paper. */
static void project(struct arena *arena, const struct map_shape *shape, double stretch,
		    struct plot_place *place)
{
	struct map_ring *rings = arena_array(arena, shape->ring_count, sizeof(*rings));

	for (size_t r = 0; r < shape->ring_count; r++) {
		const struct map_ring *ring = &shape->rings[r];

		rings[r].count = ring->count;
		rings[r].points = arena_array(arena, ring->count, sizeof(*rings[r].points));
		for (size_t p = 0; p < ring->count; p++)
			rings[r].points[p] = (struct map_point){ ring->points[p].x * stretch,
								 -ring->points[p].y };
	}
	place->rings = rings;
	place->ring_count = shape->ring_count;
}

static void place_outlines(struct chart *chart, const struct drawn_map *map,
			   struct plot_place *places)
{
	double stretch = map->file->degrees ? cos(middle_of(map) * M_PI / 180) : 1;

	for (size_t i = 0; i < map->count; i++)
		if (map->shapes[i] != NULL)
			project(chart->resolver->arena, map->shapes[i], stretch, &places[i]);
}

/* Outlines of places, then those that the data do not have. */
static struct drawn_map find_outlines(struct chart *chart, const struct map_file *file,
				      const struct body_figure *bodies, size_t count)
{
	struct drawn_map map = { .file = file, .count = count };
	size_t missing;

	map.shapes = arena_array(chart->resolver->arena, count + file->count, sizeof(*map.shapes));
	for (size_t i = 0; i < count; i++)
		map.shapes[i] = map_shape_find(file, codes_of(chart, &bodies[i]));
	missing = missing_places(&map);
	for (size_t i = 0; missing > 0 && i < file->count; i++)
		if (!is_drawn(&map, &file->shapes[i]))
			map.shapes[map.count++] = &file->shapes[i];
	return map;
}

/* -- what has no place ------------------------------------------------------------------------ */

static void tell_unplaced(struct chart *chart, const struct plot_place *places, bool is_map)
{
	struct resolver *resolver = chart->resolver;
	const struct plot *plot = chart->plot;
	const char *names = "";
	size_t count = 0;

	for (size_t i = 0; i < plot->category_count; i++) {
		const struct plot_value *value = &plot->values[i];
		const struct placeholder parts[] = { { "place", plot->categories[i].label },
						     { "v", plot_value_said(value) },
						     { 0 } };

		if (is_map ? places[i].ring_count > 0 : places[i].column > 0)
			continue;
		names = arena_printf(resolver->arena, "%s%s%s", names, count > 0 ? ", " : "",
				     words_fill(chart->words, STRING_PLACE_AND_VALUE, parts));
		count++;
	}
	if (count == 0)
		return;
	diag_addf(resolver->diags, DIAG_PLACE_WITHOUT_OUTLINE, chart->block->at, "%zu of %zu: %s",
		  count, plot->category_count, names);
	append_sentence(resolver, &chart->kind_notes,
			words_fill(chart->words, STRING_NOTE_NOT_ON_MAP,
				   (struct placeholder[]){ { "places", names }, { 0 } }));
}

/* -- the plot --------------------------------------------------------------------------------- */

/* A place that the data do not have at all. */
static struct body_figure missing_body(const struct chart *chart, const struct map_shape *shape)
{
	return (struct body_figure){
		.code = shape->code,
		.other = "",
		.label = shape->code,
		.view = chart->view,
		.value = value_without(VALUE_NOT_AVAILABLE, REASON_NOT_IN_DATA),
	};
}

static size_t fill_map(struct chart *chart, struct body_figure **bodies, size_t count,
		       const struct map_file *file, struct plot_place **places)
{
	struct drawn_map map = find_outlines(chart, file, *bodies, count);
	struct arena *arena = chart->resolver->arena;
	struct body_figure *all = arena_array(arena, map.count, sizeof(*all));

	memcpy(all, *bodies, count * sizeof(*all));
	for (size_t i = count; i < map.count; i++)
		all[i] = missing_body(chart, map.shapes[i]);
	*bodies = all;
	*places = arena_array(arena, map.count, sizeof(**places));
	place_outlines(chart, &map, *places);
	return map.count;
}

static void fill_grid(struct chart *chart, struct body_figure *bodies, size_t count,
		      const struct tile_file *file, struct plot_place *places,
		      struct plot_places *all)
{
	for (size_t i = 0; i < count; i++) {
		const struct tile_place *tile = tile_place_find(file, codes_of(chart, &bodies[i]));

		if (tile == NULL)
			continue;
		places[i].column = tile->column;
		places[i].row = tile->row;
		all->columns = tile->column > all->columns ? tile->column : all->columns;
		all->rows = tile->row > all->rows ? tile->row : all->rows;
		if (tile->name[0] != '\0')
			bodies[i].label = tile->name;
	}
}

/* A place that is not in the data has no view of its own to ask. */
static void set_missing(struct chart *chart, const struct body_figure *bodies, size_t from,
			size_t count)
{
	struct plot *plot = chart->plot;

	for (size_t i = from; i < count; i++) {
		plot->values[i] = (struct plot_value){
			.state = VALUE_NOT_AVAILABLE,
			.text = words_state(chart->words, VALUE_NOT_AVAILABLE),
			.interval = "",
		};
		note_state(&chart->states, &bodies[i].value);
	}
}

static void set_titles(struct chart *chart)
{
	if (chart->view.classification == NULL) {
		chart->title = title_neutral(chart->words, &chart->view, chart->measure);
		return;
	}
	chart->title = title_of_view(chart->words, &chart->view, NULL);
	chart->title_rests_on = COMPARED_TOTAL;
	chart->message =
		range_of_view(chart->words, &chart->view, chart->measure, chart->block->decimals);
}

static bool plot_places(struct chart *chart)
{
	struct resolver *resolver = chart->resolver;
	const struct dataset *dataset = resolver->dataset;
	const struct block *block = chart->block;
	struct plot_places *all = arena_alloc(resolver->arena, sizeof(*all));
	struct body_figure *bodies;
	size_t found = find_bodies(chart, true, &bodies), count = found;
	struct plot_place *places = arena_array(resolver->arena, found, sizeof(*places));
	const struct tile_file *tiles =
		block->tiles.text == NULL
			? NULL
			: tile_file_find(dataset->tiles, dataset->tile_count, block->tiles.text);
	const struct map_file *file =
		block->boundaries.text == NULL
			? NULL
			: map_file_find(dataset->maps, dataset->map_count, block->boundaries.text,
					block->boundary_key.text == NULL
						? "code"
						: block->boundary_key.text);

	if (found == 0) {
		diag_add(resolver->diags, DIAG_CHART_PLACES, block->at, chart->kind->name, NULL);
		return false;
	}
	order_bodies(chart, bodies, found);
	all->is_map = file != NULL;
	if (file != NULL)
		count = fill_map(chart, &bodies, found, file, &places);
	else if (tiles != NULL)
		fill_grid(chart, bodies, found, tiles, places, all);
	set_bodies(chart, bodies, count, found);
	set_missing(chart, bodies, found, count);
	chart->has_intervals = false;
	set_place_classes(chart, places, all);
	all->items = places;
	chart->plot->places = all;
	if (file != NULL || tiles != NULL)
		tell_unplaced(chart, places, file != NULL);
	chart->detailed = file != NULL;
	set_titles(chart);
	return true;
}

const struct plot_maker plot_maker_places = {
	.shape = SHAPE_PLACES,
	.without_breakdown = true,
	.make = plot_places,
};
