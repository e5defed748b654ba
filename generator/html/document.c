/*
 * document.c - a document as one page, and as a page for every outermost section.
 */
#include "base/arena.h"
#include "base/buffer.h"
#include "document/heading.h"
#include "html/parts.h"

static const char style_file[] = "style.css", script_file[] = "script.js";

/* The outermost nodes in reading order; parts only hold others together. */
struct outline {
	const struct node **nodes;
	size_t count, capacity;
	const struct node
		*contents; /* with which it begins; stands before main, not among the nodes */
};

/* anywhere: the list of contents need not stand at the beginning. */
static void collect(struct arena *arena, struct outline *outline, const struct node *parent,
		    bool anywhere)
{
	for (const struct node *node = parent->first; node != NULL; node = node->next) {
		if (node->kind == NODE_PART) {
			collect(arena, outline, node, anywhere);
			continue;
		}
		if (node->kind == NODE_CONTENTS && (anywhere || outline->count == 0) &&
		    outline->contents == NULL) {
			outline->contents = node;
			continue;
		}
		outline->nodes = arena_grow(arena, outline->nodes, outline->count,
					    &outline->capacity, sizeof(const struct node *));
		outline->nodes[outline->count++] = node;
	}
}

static struct outline outline_of(const struct html_job *job, bool anywhere)
{
	struct outline outline = { 0 };

	collect(job->arena, &outline, job->document->root, anywhere);
	return outline;
}

void html_main(struct html_writer *writer, const struct node *const *nodes, size_t count)
{
	html_open(writer, "main", NULL);
	markup_attribute(writer->markup, "id", HTML_MAIN_ID);
	markup_attribute(writer->markup, "tabindex", "-1");
	html_newline(writer);
	for (size_t i = 0; i < count; i++)
		html_node(writer, nodes[i]);
	html_notes(writer);
	html_close(writer);
	html_newline(writer);
}

/* The list of contents stands beside the text where there is room, also when other nodes come before it. */
static const char *frame_class(const struct node *contents, const struct node *const *nodes,
			       size_t count)
{
	if (contents != NULL)
		return "frame with-contents";
	for (size_t i = 0; i < count; i++)
		if (nodes[i]->kind == NODE_CONTENTS && !nodes[i]->local)
			return "frame with-contents inside";
	return "frame";
}

static void write_body(struct html_writer *writer, const struct node *contents,
		       const struct node *const *nodes, size_t count,
		       const struct html_neighbours *neighbours)
{
	html_shapes(writer);
	html_header(writer);
	html_open(writer, "div", frame_class(contents, nodes, count));
	html_newline(writer);
	if (contents != NULL)
		html_contents(writer, contents);
	html_main(writer, nodes, count);
	html_sequence(writer, neighbours);
	html_close(writer);
	html_newline(writer);
	html_footer(writer);
}

static const char *frame_title(const struct html_job *job, const struct node *page)
{
	const struct document *document = job->document;
	const char *title = document->title;

	if (document->head == NULL && document->period[0] != '\0')
		title = arena_printf(job->arena, "%s, %s", title, document->period);
	if (page != NULL)
		title = arena_printf(job->arena, "%s: %s", text_plain(job->arena, &page->title),
				     title);
	return job->warning == NULL ? title
				    : arena_printf(job->arena, "%s: %s", job->warning, title);
}

static struct html_frame frame_of(const struct html_job *job, const struct node *page,
				  const char *style)
{
	const struct document *document = job->document;

	return (struct html_frame){
		.strings = job->strings,
		.language = document->language,
		.title = frame_title(job, page),
		.description = document->description,
		.author = document->publisher,
		.keywords = document->keywords,
		.published = document->date,
		.style = style,
		.script = job->script,
		.live = job->live,
		.warning = job->warning,
	};
}

void html_write_document(const struct html_job *job, struct buffer *out)
{
	struct html_writer writer = { .arena = job->arena, .job = job, .markup = markup_new() };
	const struct outline outline = outline_of(job, false);
	struct html_frame frame;
	struct buffer body, style;

	buffer_init(&body);
	buffer_init(&style);
	write_body(&writer, outline.contents, outline.nodes, outline.count,
		   &(struct html_neighbours){ 0 });
	markup_finish(writer.markup, &body);
	html_style(job, &body, &style);
	frame = frame_of(job, NULL, buffer_text(&style));
	html_frame_write(job->arena, &frame, &body, out);
	buffer_clear(&body);
	buffer_clear(&style);
}

/* -- in pages ----------------------------------------------------------------------------------- */

struct web_page {
	const struct node *section; /* NULL for the first page */
	size_t begin, end;          /* of the outline's nodes */
	struct buffer body;
};

/* A page begins with every outermost section; what stands between sections goes with the one before. */
static struct web_page *find_pages(const struct html_job *job, const struct outline *outline,
				   size_t *count)
{
	struct web_page *pages = arena_array(job->arena, outline->count + 1, sizeof(*pages));

	*count = 1;
	for (size_t i = 0; i < outline->count; i++) {
		if (outline->nodes[i]->kind == NODE_SECTION)
			pages[(*count)++] =
				(struct web_page){ .section = outline->nodes[i], .begin = i };
		pages[*count - 1].end = i + 1;
	}
	return pages;
}

/* Pages need a list of them, also where the author wants none in the report. */
static const struct node *own_contents(const struct html_job *job, const struct web_page *pages,
				       size_t count)
{
	struct node *contents = node_new(job->arena, NODE_CONTENTS, (struct location){ 0 });

	contents->anchor = "page.contents";
	text_add(job->arena, &contents->title, job->document->contents_word);
	contents->entries = arena_array(job->arena, count, sizeof(*contents->entries));
	for (size_t i = 1; i < count; i++)
		contents->entries[contents->entry_count++] = (struct contents_entry){
			.level = 1,
			.part = pages[i].section->part != NULL ? pages[i].section->part : "",
			.number = pages[i].section->number,
			.title = text_plain(job->arena, &pages[i].section->title),
			.target = pages[i].section,
		};
	return contents;
}

static void write_page_body(const struct html_job *job, const struct outline *outline,
			    const struct node *contents, struct web_page *pages, size_t index,
			    size_t count)
{
	struct web_page *page = &pages[index];
	const struct html_neighbours neighbours = {
		.has_before = index > 0,
		.before = index > 0 ? pages[index - 1].section : NULL,
		.after = index + 1 < count ? pages[index + 1].section : NULL,
	};
	struct html_writer writer = {
		.arena = job->arena,
		.job = job,
		.markup = markup_new(),
		.raised = index > 0 ? 1 : 0,
		.page = page->section,
		.pages = true,
	};

	write_body(&writer, contents, outline->nodes + page->begin, page->end - page->begin,
		   &neighbours);
	markup_finish(writer.markup, &page->body);
}

static struct html_file file_of(const char *name, const char *text)
{
	struct html_file file = { .name = name };

	buffer_init(&file.bytes);
	buffer_add_text(&file.bytes, text);
	return file;
}

struct html_file *html_write_pages(const struct html_job *job, size_t *count)
{
	const struct outline outline = outline_of(job, true);
	size_t page_count;
	struct web_page *pages = find_pages(job, &outline, &page_count);
	const struct node *contents =
		outline.contents != NULL ? outline.contents : own_contents(job, pages, page_count);
	struct html_file *files = arena_array(job->arena, page_count + 2, sizeof(*files));
	struct buffer all, style;

	buffer_init(&all);
	buffer_init(&style);
	for (size_t i = 0; i < page_count; i++) {
		write_page_body(job, &outline, contents, pages, i, page_count);
		buffer_add_text(&all, buffer_text(&pages[i].body));
	}
	html_style(job, &all, &style);
	for (size_t i = 0; i < page_count; i++) {
		struct html_frame frame = frame_of(job, pages[i].section, buffer_text(&style));

		frame.style_file = style_file;
		frame.script_file = script_file;
		files[i] = file_of(html_page_name(job->arena, pages[i].section), "");
		html_frame_write(job->arena, &frame, &pages[i].body, &files[i].bytes);
		buffer_clear(&pages[i].body);
	}
	files[page_count] = file_of(style_file, buffer_text(&style));
	files[page_count + 1] = file_of(script_file, job->script);
	*count = page_count + 2;
	buffer_clear(&all);
	buffer_clear(&style);
	return files;
}
