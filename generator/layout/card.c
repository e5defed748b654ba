#include "layout/card.h"

#include <math.h>

#include "base/arena.h"
#include "base/diag.h"
#include "chart/kind.h"
#include "layout/flow.h"
#include "layout/set_text.h"

static const double rule_width = 1, bar_height = 4.5, bar_width = 74, rule_gap = 13;
static const double subtitle_gap = 4, chart_gap = 10, foot_gap = 9, side_width = 116, side_gap = 15;
static const double below_gap = 14, wide_from = 1.3, least_chart = 90;

struct sheet {
	struct composer *composer;
	const struct card *card;
	struct scene *scene;
	double left, width; /* of the words */
	double top, bottom; /* what is left for the chart */
};

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

static void draw_chart(struct sheet *sheet, double width)
{
	struct composer *composer = sheet->composer;
	struct plot *plot = arena_alloc(composer->arena, sizeof(*plot));
	double height = sheet->bottom - sheet->top;
	struct scene *chart;

	*plot = *sheet->card->plot;
	plot->height_pt = fmax(height, least_chart);
	chart = chart_draw(composer->arena, composer->engine, composer->layout, composer->theme,
			   plot, width, false);
	scene_use(sheet->scene, chart, sheet->left, sheet->top);
	if (chart->height > height + 0.5)
		diag_addf(composer->diags, DIAG_CARD_FULL, sheet->card->at,
			  "%s: %.0f pixels, there is room for %.0f", sheet->card->id,
			  chart->height * CARD_SCALE, fmax(0, height) * CARD_SCALE);
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

	if (figure->height <= 0 ||
	    figure->height + side_gap + notes->height > sheet->bottom - sheet->top)
		draw_notes_below(sheet);
	else
		scene_use(sheet->scene, notes, x, sheet->bottom - notes->height);
	scene_use(sheet->scene, figure, x, sheet->top);
	draw_chart(sheet, sheet->width - (figure->height > 0 ? side_width + side_gap : 0));
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

	sheet->bottom -= height;
	scene_use(sheet->scene, figure, sheet->left, sheet->bottom);
	scene_use(sheet->scene, notes, sheet->left + (has_figure ? half + side_gap : 0),
		  sheet->bottom);
	if (height > 0)
		sheet->bottom -= below_gap;
	draw_chart(sheet, sheet->width);
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
	struct sheet sheet = { .composer = &composer, .card = card };

	structure_add(arena, &pages->structure, STRUCTURE_DOCUMENT, -1);
	sheet.scene = scene_new(arena, (double)card->width / CARD_SCALE,
				(double)card->height / CARD_SCALE);
	sheet.left = layout->left_pt;
	sheet.width = sheet.scene->width - layout->left_pt - layout->right_pt;
	sheet.top = layout->top_pt;
	sheet.bottom = sheet.scene->height - layout->bottom_pt;
	composer.page_width = sheet.width;
	draw_ornament(&sheet);
	draw_words(&sheet);
	if (sheet.scene->width > sheet.scene->height * wide_from)
		draw_wide(&sheet);
	else
		draw_high(&sheet);
	return sheet.scene;
}
