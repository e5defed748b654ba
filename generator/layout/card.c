#include "layout/card.h"

#include <math.h>

#include "base/arena.h"
#include "base/diag.h"
#include "chart/kind.h"
#include "chart/legible.h"
#include "layout/flow.h"
#include "layout/set_text.h"

static const double rule_width = 1, bar_height = 4.5, bar_width = 74, rule_gap = 13;
static const double subtitle_gap = 4, chart_gap = 10, foot_gap = 9, side_width = 116, side_gap = 15;
static const double below_gap = 14, wide_from = 1.3, least_chart = 90, slack = 0.5;
static const double column_gap = 20, part_gap = 12;

/* Of words beside a chart: the first in which they have room. */
static const double columns[] = { 168, 200, 232 };
enum { COLUMN_COUNT = sizeof(columns) / sizeof(columns[0]) };

struct sheet {
	struct composer *composer;
	const struct card *card;
	struct scene *scene;
	double left, width; /* of the words */
	double top, bottom; /* what is left for the chart */
	double column;      /* width of words beside the chart */
	double wanted;      /* height of the chart as drawn */
	bool fits;          /* all of it is on the sheet */
};

/* One way of laying out a sheet below its ornament. */
typedef void draw_sheet(struct sheet *sheet);

static struct scene *words(struct sheet *sheet, const char *text, enum text_role role, double width)
{
	struct galley galley = galley_new(sheet->composer, width, ARTIFACT_LAYOUT);
	struct galley none = galley_new(sheet->composer, width, ARTIFACT_LAYOUT);

	if (text[0] != '\0')
		set_words(&galley, text, (struct set_options){ .role = role }, ARTIFACT_LAYOUT,
			  sheet->card->at);
	return galley_scene(&galley, &none);
}

static void draw_ornament(struct sheet *sheet)
{
	struct colour accent = composer_colour(sheet->composer, COLOUR_ACCENT);
	struct scene *scene = sheet->scene;

	path_rectangle(scene, scene_fill(scene, PART_ORNAMENT, accent),
		       (struct box){ sheet->left, sheet->top, sheet->width, rule_width });
	path_rectangle(scene, scene_fill(scene, PART_ORNAMENT, accent),
		       (struct box){ sheet->left, sheet->top, bar_width, bar_height });
	sheet->top += rule_gap;
}

static void draw_words(struct sheet *sheet)
{
	const struct card *card = sheet->card;
	struct scene *title = words(sheet, card->title, ROLE_HEADING_1, sheet->width);
	struct scene *subtitle = words(sheet, card->subtitle, ROLE_FIGURE_SUBTITLE, sheet->width);
	struct scene *foot = words(sheet, card->foot, ROLE_NOTE, sheet->width);

	scene_use(sheet->scene, title, sheet->left, sheet->top);
	sheet->top += title->height + subtitle_gap;
	scene_use(sheet->scene, subtitle, sheet->left, sheet->top);
	sheet->top += subtitle->height + chart_gap;
	sheet->bottom -= foot->height;
	scene_use(sheet->scene, foot, sheet->left, sheet->bottom);
	sheet->bottom -= foot_gap;
}

/* The figure in large type with its words. */
static struct scene *figure_scene_of(struct sheet *sheet, double width)
{
	struct arena *arena = sheet->composer->arena;
	struct galley galley = galley_new(sheet->composer, width, ARTIFACT_LAYOUT);
	struct node *tile;

	if (sheet->card->figure[0] == '\0')
		return scene_new(arena, width, 0);
	tile = node_new(arena, NODE_TILE, sheet->card->at);
	tile->figure = sheet->card->figure;
	text_add(arena, &tile->text, sheet->card->figure_words);
	return tile_scene(&galley, tile, width);
}

/* In what is left of the height. */
static void draw_chart(struct sheet *sheet, double x, double width)
{
	struct composer *composer = sheet->composer;
	struct plot *plot = arena_alloc(composer->arena, sizeof(*plot));
	double height = sheet->bottom - sheet->top;
	struct scene *chart;

	*plot = *sheet->card->plot;
	plot->height_pt = fmax(height, least_chart);
	chart = chart_draw(composer->arena, composer->engine, composer->layout, composer->theme,
			   plot, width, false);
	scene_use(sheet->scene, chart, x, sheet->top);
	sheet->wanted = chart->height;
	sheet->fits = chart->height <= height + slack && chart_is_legible(chart);
}

/* Notes over the whole width, above the foot. */
static void draw_notes_below(struct sheet *sheet)
{
	struct scene *notes = words(sheet, sheet->card->notes, ROLE_NOTE, sheet->width);

	sheet->bottom -= notes->height;
	scene_use(sheet->scene, notes, sheet->left, sheet->bottom);
	if (notes->height > 0)
		sheet->bottom -= foot_gap;
}

/* Figure and note beside the chart; a note that is too long for that below it. */
static void draw_wide(struct sheet *sheet)
{
	double x = sheet->left + sheet->width - side_width;
	struct scene *figure = figure_scene_of(sheet, side_width);
	struct scene *notes = words(sheet, sheet->card->notes, ROLE_NOTE, side_width);

	draw_words(sheet);
	if (figure->height <= 0 ||
	    figure->height + side_gap + notes->height > sheet->bottom - sheet->top)
		draw_notes_below(sheet);
	else
		scene_use(sheet->scene, notes, x, sheet->bottom - notes->height);
	scene_use(sheet->scene, figure, x, sheet->top);
	draw_chart(sheet, sheet->left,
		   sheet->width - (figure->height > 0 ? side_width + side_gap : 0));
}

/* Figure and note below it, side by side when there is a figure. */
static void draw_high(struct sheet *sheet)
{
	bool has_figure = sheet->card->figure[0] != '\0';
	double half = (sheet->width - side_gap) / 2;
	struct scene *figure = figure_scene_of(sheet, half);
	struct scene *notes =
		words(sheet, sheet->card->notes, ROLE_NOTE, has_figure ? half : sheet->width);
	double height = fmax(figure->height, notes->height);

	draw_words(sheet);
	sheet->bottom -= height;
	scene_use(sheet->scene, figure, sheet->left, sheet->bottom);
	scene_use(sheet->scene, notes, sheet->left + (has_figure ? half + side_gap : 0),
		  sheet->bottom);
	if (height > 0)
		sheet->bottom -= below_gap;
	draw_chart(sheet, sheet->left, sheet->width);
}

/* All words in a column beside a chart that has the whole height. */
static void draw_beside(struct sheet *sheet)
{
	const struct card *card = sheet->card;
	double column = sheet->column;
	struct scene *upper[] = {
		words(sheet, card->title, ROLE_FINDING, column),
		words(sheet, card->subtitle, ROLE_FIGURE_SUBTITLE, column),
		figure_scene_of(sheet, column),
	};
	struct scene *lower[] = {
		words(sheet, card->foot, ROLE_NOTE, column),
		words(sheet, card->notes, ROLE_NOTE, column),
	};
	double from = sheet->top, to = sheet->bottom, chart = column + column_gap;

	for (size_t i = 0; i < sizeof(upper) / sizeof(upper[0]); i++) {
		scene_use(sheet->scene, upper[i], sheet->left, from);
		from += upper[i]->height + (upper[i]->height > 0 ? part_gap : 0);
	}
	for (size_t i = 0; i < sizeof(lower) / sizeof(lower[0]); i++) {
		to -= lower[i]->height;
		scene_use(sheet->scene, lower[i], sheet->left, to);
		to -= lower[i]->height > 0 ? part_gap : 0;
	}
	draw_chart(sheet, sheet->left + chart, sheet->width - chart);
	sheet->fits = sheet->fits && from <= to + part_gap;
}

static struct sheet sheet_of(struct composer *composer, const struct card *card, draw_sheet *draw,
			     double column)
{
	const struct layout *layout = composer->layout;
	struct sheet sheet = {
		.composer = composer,
		.card = card,
		.scene = scene_new(composer->arena, (double)card->width / CARD_SCALE,
				   (double)card->height / CARD_SCALE),
		.left = layout->left_pt,
		.top = layout->top_pt,
		.column = column,
	};

	sheet.width = sheet.scene->width - layout->left_pt - layout->right_pt;
	sheet.bottom = sheet.scene->height - layout->bottom_pt;
	composer->page_width = sheet.width;
	draw_ornament(&sheet);
	draw(&sheet);
	return sheet;
}

struct scene *card_draw(struct arena *arena, struct text_engine *engine,
			const struct layout *layout, const struct theme *theme,
			const struct card *card, struct diag_list *diags)
{
	struct pages *pages = arena_alloc(arena, sizeof(*pages));
	struct document document = { .page_word = "" };
	struct composer composer = {
		.arena = arena,
		.whole = arena,
		.drafts = arena,
		.engine = engine,
		.layout = layout,
		.theme = theme,
		.document = &document,
		.diags = diags,
		.pages = pages,
		.title_element = ARTIFACT_FOOTER,
		.notice_element = ARTIFACT_FOOTER,
		.logo_element = ARTIFACT_LAYOUT,
	};
	bool wide = card->width > card->height * wide_from;
	struct sheet sheet, beside;
	double room;

	structure_add(arena, &pages->structure, STRUCTURE_DOCUMENT, -1);
	sheet = sheet_of(&composer, card, wide ? draw_wide : draw_high, 0);
	if (sheet.fits)
		return sheet.scene;
	for (size_t i = 0; wide && i < COLUMN_COUNT; i++) {
		beside = sheet_of(&composer, card, draw_beside, columns[i]);
		if (beside.fits)
			return beside.scene;
	}
	room = fmax(0, sheet.bottom - sheet.top);
	if (sheet.wanted > room + slack)
		diag_addf(diags, DIAG_CARD_FULL, card->at,
			  "%s: %.0f pixels, there is room for %.0f", card->id,
			  sheet.wanted * CARD_SCALE, room * CARD_SCALE);
	return sheet.scene;
}
