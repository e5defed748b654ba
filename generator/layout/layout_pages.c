#include "layout/layout_pages.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/string_index.h"
#include "document/heading.h"
#include "layout/flow.h"
#include "layout/paginate.h"
#include "layout/running.h"
#include "layout/set_text.h"
#include "scene/content.h"

enum { PASSES_MOST = 5 };

static void add_outline(struct composer *composer)
{
	const struct node *root = composer->document->root;
	struct pages *pages = composer->pages;

	for (const struct node *node = root; node != NULL; node = node_next(node, root)) {
		const char *title;

		if ((node->kind != NODE_SECTION && node->kind != NODE_CONTENTS) || node->local)
			continue;
		title = text_plain(composer->arena, &node->title);
		if (node->kind == NODE_SECTION && node->number[0] != '\0')
			title = arena_printf(composer->arena, "%s %s", node->number, title);
		pages->outline = arena_grow(composer->arena, pages->outline, pages->outline_count,
					    &pages->outline_capacity, sizeof(*pages->outline));
		pages->outline[pages->outline_count++] = (struct outline_entry){
			.level = node->kind == NODE_CONTENTS ? 1 : node->level,
			.title = title,
			.anchor = node->anchor,
		};
	}
}

/* "Waits by deprivation, page 12": said once, by whichever word for a page there is. */
static const char *fixup_contents(struct composer *composer, const struct page_fixup *fixup,
				  const char *number)
{
	return arena_printf(composer->arena, "%s, %s %s", fixup->contents,
			    composer->document->page_word, number);
}

static void apply_fixups(struct composer *composer)
{
	for (size_t i = 0; i < composer->fixup_count; i++) {
		const struct page_fixup *fixup = &composer->fixups[i];
		unsigned page = composer_page(composer, fixup->target->anchor);
		const struct text_font_facts *facts =
			text_font_facts(composer->engine, fixup->font);
		const struct shaped_text *shaped;
		char number[NUMBER_TEXT_MAX];
		const char *words;
		struct box area;
		double left;

		number_format(page, (struct number_style){ 0 }, number);
		words = arena_printf(composer->arena, "%s%s", fixup->prefix, number);
		shaped = text_shape(composer->engine, fixup->font, words, strlen(words));
		/* Apart from the words before it: no blank is drawn between them. */
		fixup->scene->element =
			fixup->link_wide
				? composer_element(composer, STRUCTURE_SPAN, fixup->element)
				: fixup->element;
		left = fixup->from_left ? fixup->x : fixup->x - shaped->width;
		scene_text(fixup->scene, PART_TEXT, shaped, left, fixup->y, fixup->colour);
		fixup->scene->element = fixup->element;
		area = (struct box){ left, fixup->y - facts->ascent_pt, shaped->width,
				     facts->ascent_pt + facts->descent_pt };
		if (fixup->link_wide)
			area = (struct box){ 0, 0, fixup->scene->width, fixup->scene->height };
		scene_link(fixup->scene, area,
			   arena_printf(composer->arena, "#%s", fixup->target->anchor),
			   fixup_contents(composer, fixup, number));
	}
}

/* True when every inline page number was assumed rightly. */
static bool guesses_hold(const struct composer *composer)
{
	for (size_t i = 0; i < composer->guess_count; i++)
		if (composer->guesses[i].page !=
		    composer_page(composer, composer->guesses[i].target->anchor))
			return false;
	return true;
}

/* The title of a report that has neither cover nor running lines with it. */
static void flow_title(struct galley *galley)
{
	struct composer *composer = galley->composer;
	int element = composer_element(composer, STRUCTURE_HEADING, galley->element);

	composer_facts(composer, element)->level = HEADING_LEVEL_TITLE;
	set_words(galley, composer->document->title, (struct set_options){ .role = ROLE_HEADING_1 },
		  element, composer->at);
	space_after(galley, ROLE_HEADING_1);
	galley->keep = true;
}

/* Footnotes are read behind all else; their markers lead to them, and they lead back. */
static void gather_notes(struct composer *composer)
{
	int group;

	if (composer->note_count == 0)
		return;
	group = composer_element(composer, STRUCTURE_DIVISION, 0);
	for (size_t i = 0; i < composer->note_count; i++)
		composer_facts(composer, composer->notes[i])->parent = group;
}

/* A report of which conditions leave nothing is a page all the same: no reader opens a file without one. */
static void empty_page(struct galley *galley)
{
	galley_box(galley, galley_new_scene(galley, 0, ARTIFACT_LAYOUT), galley->composer->at);
	paginate(galley->composer, galley);
}

static void one_pass(struct composer *composer)
{
	struct galley galley;
	bool titled;
	int root;

	composer->arena = arena_new();
	composer->diags = diag_list_new(composer->arena);
	composer->pages = arena_alloc(composer->arena, sizeof(*composer->pages));
	composer->fixups = NULL;
	composer->guesses = NULL;
	composer->fixup_count = composer->fixup_capacity = 0;
	composer->guess_count = composer->guess_capacity = 0;
	composer->notes = NULL;
	composer->note_count = composer->note_capacity = 0;
	composer->title_element = composer->notice_element = ARTIFACT_FOOTER;
	composer->logo_element = ARTIFACT_LAYOUT;
	root = structure_add(composer->arena, &composer->pages->structure, STRUCTURE_DOCUMENT, -1);
	composer->page_width = layout_text_width(composer->layout);
	composer->at = composer->document->root->at;
	titled = running_elements(composer);
	cover_page(composer);
	galley = galley_new(composer, layout_text_width(composer->layout), root);
	if (!titled)
		flow_title(&galley);
	if (composer->document->head != NULL)
		flow_extract_head(&galley, composer->document->head);
	flow_children(&galley, composer->document->root);
	paginate(composer, &galley);
	if (composer->pages->count == 0)
		empty_page(&galley);
	gather_notes(composer);
}

static void free_arena(void *arena)
{
	arena_free(arena);
}

/* Lays the report out until every inline page number was assumed rightly; keeps the last pass alone. */
static void lay_out(struct composer *composer)
{
	one_pass(composer);
	for (int pass = 1; pass < PASSES_MOST && !guesses_hold(composer); pass++) {
		arena_free(composer->arena);
		one_pass(composer);
	}
	arena_own(composer->whole, composer->arena, free_arena);
}

struct pages *pages_make(struct arena *arena, struct text_engine *engine,
			 const struct layout *layout, const struct theme *theme,
			 const struct document *document, struct figure_list *figures,
			 struct diag_list *diags)
{
	struct composer composer = {
		.whole = arena,
		.engine = engine,
		.layout = layout,
		.theme = theme,
		.document = document,
		.anchor_numbers = string_index_new(arena),
	};

	lay_out(&composer);
	diag_add_all(diags, composer.diags);
	apply_fixups(&composer);
	content_mark_empty(composer.pages);
	add_outline(&composer);
	composer.pages->properties = (struct document_properties){
		.title = document->title,
		.author = document->publisher,
		.subject = document->description,
		.keywords = document->keywords,
		.language = document->language,
		.published = document->date,
	};
	*figures = (struct figure_list){ composer.figures, composer.figure_count };
	return composer.pages;
}
