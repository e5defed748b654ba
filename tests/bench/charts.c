/*
 * charts.c - what 120 charts cost, beside the raw drawing of the same marks: a path a shape, a layout of pango
 * a text, as a program would draw them that knew every place beforehand.
 *
 * usage: charts RUNS
 * Both draw into a PDF in memory, a page a chart. The charts keep nothing from run to run; the raw drawing keeps
 * its fonts with all their letters.
 * Medians of RUNS runs in turn; the exit status tells when the charts cost more than twice the raw drawing.
 */
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <glob.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/diag.h"
#include "chart/kind.h"
#include "device/play.h"
#include "spec/read.h"
#include "text/shape.h"

enum { RUNS_MOST = 101, CHARTS = 120, CATEGORIES_MOST = 17, PERIODS = 8 };

static const double most_ratio = 2, page_width = 450, page_height = 700;

static const char *const kinds[] = { "bars", "dots", "grouped-bars", "gradient", "trend" };
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

static void fail(const char *what)
{
	fprintf(stderr, "charts: %s\n", what);
	exit(2);
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* -- plots ------------------------------------------------------------------------------------------------ */

/* Even over [0, 1); the same on every run. */
static double chance(unsigned *state)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) / 16777216.0;
}

static const char *name_of(struct arena *arena, const struct chart_kind *kind, size_t i)
{
	static const char *const names[] = { "Asian: Indian", "Black: African", "White: British",
					     "Mixed: any other background", "Chinese" };

	if (kind->shape == SHAPE_GROUPS_OVER_TIME)
		return arena_printf(arena, "%zu to %zu", 2017 + i, 2018 + i);
	if (kind->shape == SHAPE_GROUPS && kind->by_value)
		return arena_printf(arena, "%s %zu", names[i % 5], i / 5 + 1);
	return arena_printf(arena, "%zu", i + 1);
}

static struct plot_value value_of(struct arena *arena, double value)
{
	return (struct plot_value){
		.state = VALUE_SHOWN,
		.value = value,
		.lower = value * 0.92,
		.upper = value * 1.08,
		.has_interval = true,
		.text = arena_printf(arena, "%.1f%%", value),
		.interval = arena_printf(arena, "%.1f%% to %.1f%%", value * 0.92, value * 1.08),
	};
}

static struct plot *plot_of(struct arena *arena, size_t number)
{
	const struct chart_kind *kind = chart_kind_find(kinds[number % KINDS]);
	unsigned state = 2026 + (unsigned)number;
	struct plot *plot = arena_alloc(arena, sizeof(*plot));
	size_t count = kind->by_value ? CATEGORIES_MOST : 5;

	*plot = (struct plot){ .kind = kind->name,
			       .axis_title = "",
			       .value_heading = "Percentage",
			       .interval_heading = "95% interval",
			       .note_heading = "",
			       .percentage = true,
			       .has_reference = kind->shape == SHAPE_GROUPS,
			       .reference = 30 + chance(&state),
			       .reference_label = "All 30.4%",
			       .share_label = "" };
	if (kind->shape == SHAPE_GROUPS_OVER_TIME)
		count = PERIODS;
	plot_set_categories(arena, plot, count);
	plot_set_series(arena, plot,
			kind->shape == SHAPE_GROUPS           ? 1
			: kind->shape == SHAPE_GROUPS_BY_PAIR ? 2
							      : 5);
	for (size_t i = 0; i < count; i++)
		plot->categories[i].label = plot->categories[i].short_label =
			name_of(arena, kind, i);
	for (size_t s = 0; s < plot->series_count; s++) {
		plot->series[s].label =
			plot->series_count > 1 ? arena_printf(arena, "Group %zu", s + 1) : "";
		plot->series[s].emphasis = s == 0                        ? EMPHASIS_FIRST
					   : s + 1 == plot->series_count ? EMPHASIS_LAST
									 : EMPHASIS_CONTEXT;
	}
	for (size_t i = 0; i < count * plot->series_count; i++)
		plot->values[i] = value_of(arena, 20 + 30 * chance(&state));
	return plot;
}

/* -- a PDF in memory -------------------------------------------------------------------------------------- */

static cairo_status_t count_bytes(void *total, const unsigned char *bytes, unsigned length)
{
	(void)bytes;
	*(size_t *)total += length;
	return CAIRO_STATUS_SUCCESS;
}

struct paper {
	cairo_surface_t *surface;
	cairo_t *cairo;
	size_t bytes;
};

static void paper_begin(struct paper *paper)
{
	paper->bytes = 0;
	paper->surface = cairo_pdf_surface_create_for_stream(count_bytes, &paper->bytes, page_width,
							     page_height);
	paper->cairo = cairo_create(paper->surface);
}

static void paper_end(struct paper *paper)
{
	cairo_destroy(paper->cairo);
	cairo_surface_finish(paper->surface);
	if (cairo_surface_status(paper->surface) != CAIRO_STATUS_SUCCESS || paper->bytes == 0)
		fail("the PDF failed");
	cairo_surface_destroy(paper->surface);
}

/* -- charts ----------------------------------------------------------------------------------------------- */

struct look {
	const struct layout *layout;
	const struct theme *theme;
};

static struct look look_of(struct arena *arena)
{
	struct diag_list *diags = diag_list_new(arena);
	struct location at = { 0 };
	struct look look = {
		.layout = layout_read(arena, "layouts/annual-report-a4.xml", at, diags),
		.theme = theme_read(arena, "layouts/nhs-blue.xml", "fonts", at, diags),
	};

	if (look.layout == NULL || look.theme == NULL)
		fail("run it in the folder of the repository");
	return look;
}

/* Returns seconds; scenes: room for what is drawn, NULL when nobody wants it. */
static double draw_charts(struct arena *arena, struct look look, struct plot *const *plots,
			  struct scene **scenes)
{
	struct text_engine *engine = text_engine_new(arena, look.theme, diag_list_new(arena));
	const struct play_listener listener = { 0 };
	struct paper paper;
	double begin;

	/* Fonts are found and read by the first words. */
	text_width(engine, text_font(engine, &look.layout->styles[ROLE_CHART_TEXT]), "0");
	begin = now();
	paper_begin(&paper);
	for (size_t i = 0; i < CHARTS; i++) {
		struct scene *scene = chart_draw(arena, engine, look.layout, look.theme, plots[i],
						 page_width, false);

		play_scene(paper.cairo, scene, (struct point){ 0, 0 }, &listener);
		cairo_show_page(paper.cairo);
		if (scenes != NULL)
			scenes[i] = scene;
	}
	paper_end(&paper);
	return now() - begin;
}

/* -- raw -------------------------------------------------------------------------------------------------- */

struct raw {
	PangoFontMap *map;
	PangoContext *context;
};

static struct raw raw_begin(void)
{
	FcConfig *config = FcConfigCreate();
	glob_t files;
	struct raw raw = { .map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) };

	if (glob("fonts/*.[ot]tf", 0, NULL, &files) != 0)
		fail("no fonts");
	for (size_t i = 0; i < files.gl_pathc; i++)
		FcConfigAppFontAddFile(config, (const FcChar8 *)files.gl_pathv[i]);
	globfree(&files);
	pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(raw.map), config);
	FcConfigDestroy(config);
	raw.context = pango_font_map_create_context(raw.map);
	return raw;
}

static void raw_end(struct raw *raw)
{
	g_object_unref(raw->context);
	g_object_unref(raw->map);
}

static void raw_text(struct raw *raw, cairo_t *cairo, const struct scene_text *text)
{
	PangoLayout *layout = pango_layout_new(raw->context);
	PangoFontDescription *font = pango_font_description_new();

	pango_font_description_set_family(font, "Inter");
	pango_font_description_set_weight(font, (PangoWeight)text->shaped->facts->weight);
	pango_font_description_set_absolute_size(font, text->shaped->facts->size_pt * PANGO_SCALE);
	pango_layout_set_font_description(layout, font);
	pango_layout_set_text(layout, text->shaped->text, (int)text->shaped->length);
	cairo_set_source_rgb(cairo, text->colour.red, text->colour.green, text->colour.blue);
	cairo_move_to(cairo, text->at.x,
		      text->at.y - pango_layout_get_baseline(layout) / (double)PANGO_SCALE);
	pango_cairo_show_layout(cairo, layout);
	pango_font_description_free(font);
	g_object_unref(layout);
}

static void raw_trace(cairo_t *cairo, const struct scene_path *path)
{
	for (size_t i = 0; i < path->count; i++) {
		const struct path_step *step = &path->steps[i];

		if (step->verb == PATH_MOVE)
			cairo_move_to(cairo, step->x, step->y);
		else if (step->verb == PATH_LINE)
			cairo_line_to(cairo, step->x, step->y);
		else if (step->verb == PATH_CIRCLE)
			cairo_arc(cairo, step->x, step->y, step->width, 0, 2 * M_PI);
		else if (step->verb == PATH_RECTANGLE)
			cairo_rectangle(cairo, step->x, step->y, step->width, step->height);
		else
			cairo_close_path(cairo);
	}
}

static void raw_path(cairo_t *cairo, const struct scene_path *path)
{
	raw_trace(cairo, path);
	if (path->filled) {
		cairo_set_source_rgb(cairo, path->fill.red, path->fill.green, path->fill.blue);
		cairo_fill_preserve(cairo);
	}
	if (path->stroked) {
		cairo_set_source_rgb(cairo, path->stroke.red, path->stroke.green,
				     path->stroke.blue);
		cairo_set_line_width(cairo, path->line_width);
		cairo_set_dash(cairo, path->dash, path->dash[0] > 0 ? 2 : 0, 0);
		cairo_stroke_preserve(cairo);
	}
	cairo_new_path(cairo);
}

static double draw_raw(struct raw *raw, struct scene *const *scenes)
{
	struct paper paper;
	double begin = now();

	paper_begin(&paper);
	for (size_t i = 0; i < CHARTS; i++) {
		for (size_t j = 0; j < scenes[i]->count; j++) {
			const struct scene_item *item = &scenes[i]->items[j];

			if (item->kind == SCENE_TEXT)
				raw_text(raw, paper.cairo, &item->text);
			else if (item->kind == SCENE_PATH)
				raw_path(paper.cairo, item->path);
		}
		cairo_show_page(paper.cairo);
	}
	paper_end(&paper);
	return now() - begin;
}

/* -- both ------------------------------------------------------------------------------------------------- */

static int compare_numbers(const void *a, const void *b)
{
	double left = *(const double *)a, right = *(const double *)b;

	return (left > right) - (left < right);
}

static double median(double *numbers, int count)
{
	qsort(numbers, (size_t)count, sizeof(numbers[0]), compare_numbers);
	return count % 2 == 1 ? numbers[count / 2]
			      : (numbers[count / 2 - 1] + numbers[count / 2]) / 2;
}

int main(int argc, char **argv)
{
	int runs = argc > 1 ? atoi(argv[1]) : 0;
	struct arena *arena = arena_new();
	struct scene *scenes[CHARTS];
	struct plot *plots[CHARTS];
	double ours[RUNS_MOST], raw[RUNS_MOST], ratio;
	struct raw raw_fonts;
	struct look look;

	if (runs < 1 || runs > RUNS_MOST)
		fail("usage: charts RUNS");
	look = look_of(arena);
	for (size_t i = 0; i < CHARTS; i++)
		plots[i] = plot_of(arena, i);
	draw_charts(arena, look, plots, scenes);
	raw_fonts = raw_begin();
	draw_raw(&raw_fonts, scenes);
	for (int i = 0; i < runs; i++) {
		struct arena *once = arena_new();

		raw[i] = draw_raw(&raw_fonts, scenes);
		ours[i] = draw_charts(once, look, plots, NULL);
		arena_free(once);
	}
	ratio = median(ours, runs) / median(raw, runs);
	printf("%d charts, medians of %-3d runs     %10s %10s %8s\n", CHARTS, runs, "raw",
	       "gradient", "ratio");
	printf("%-35s %10.3f %10.3f %8.2f   (at most %g)\n", "processor time, s", median(raw, runs),
	       median(ours, runs), ratio, most_ratio);
	raw_end(&raw_fonts);
	arena_free(arena);
	return ratio > most_ratio;
}
