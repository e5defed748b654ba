#include "layout/layout_pages.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/number.h"
#include "base/string_index.h"
#include "document/heading.h"
#include "layout/flow.h"
#include "layout/page_link.h"
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
	paginate(galley);
}

static void one_pass(struct composer *composer)
{
	struct galley galley;
	bool titled;
	int root;

	composer->arena = arena_new();
	composer->drafts = arena_new();
	composer->older = NULL;
	composer->diags = diag_list_new(composer->arena);
	composer->pages = arena_alloc(composer->arena, sizeof(*composer->pages));
	composer->pages->arena = composer->arena;
	composer->guesses = NULL;
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
	galley.paged = true;
	if (!titled)
		flow_title(&galley);
	if (composer->document->head != NULL)
		flow_extract_head(&galley, composer->document->head);
	flow_children(&galley, composer->document->root);
	paginate(&galley);
	if (composer->pages->count == 0)
		empty_page(&galley);
	gather_notes(composer);
	arena_free(composer->older);
	arena_free(composer->drafts);
}

static void free_arena(void *arena)
{
	arena_free(arena);
}

/* Lays the report out until every page number was assumed rightly; keeps the last pass alone. */
static void lay_out(struct composer *composer)
{
	one_pass(composer);
	for (int pass = 1; pass < PASSES_MOST && !pages_as_assumed(composer); pass++) {
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
