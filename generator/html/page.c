#include "html/page.h"

#include <string.h>

#include "base/buffer.h"
#include "base/digest.h"
#include "html/html.h"
#include "markup/markup.h"
#include "model/strings.h"

static bool is_given(const char *text)
{
	return text != NULL && text[0] != '\0';
}

static void write_meta(struct markup *markup, const char *name, const char *content)
{
	if (!is_given(content))
		return;
	markup_open(markup, "meta");
	markup_attribute(markup, "name", name);
	markup_attribute(markup, "content", content);
	markup_close_empty(markup);
	markup_raw(markup, "\n");
}

/* "'sha256-...'" of what stands in the page; 'self' of a file beside it; 'none'. beside: files come as well. */
static void add_source(struct arena *arena, struct buffer *policy, const char *directive,
		       const char *text, const char *file, bool beside)
{
	if (!is_given(text))
		return;
	if (file != NULL)
		buffer_printf(policy, "; %s 'self'", directive);
	else
		buffer_printf(policy, "; %s 'sha256-%s'%s", directive,
			      digest_base64(arena, text, strlen(text)), beside ? " 'self'" : "");
}

static void write_policy(struct arena *arena, struct markup *markup, const struct html_frame *frame)
{
	bool live = frame->live != NULL;
	struct buffer policy;

	buffer_init(&policy);
	buffer_add_text(&policy, "default-src 'none'");
	add_source(arena, &policy, "style-src", frame->style, frame->style_file, live);
	add_source(arena, &policy, "script-src", frame->script, frame->script_file, live);
	if (live)
		buffer_add_text(&policy, "; connect-src 'self'");
	buffer_add_text(&policy,
			"; font-src data:; img-src data:; base-uri 'none'; form-action 'none'");
	markup_open(markup, "meta");
	markup_attribute(markup, "http-equiv", "Content-Security-Policy");
	markup_attribute(markup, "content", buffer_text(&policy));
	markup_close_empty(markup);
	markup_raw(markup, "\n");
	buffer_clear(&policy);
}

static void write_style(struct markup *markup, const struct html_frame *frame)
{
	if (!is_given(frame->style))
		return;
	if (frame->style_file != NULL) {
		markup_open(markup, "link");
		markup_attribute(markup, "rel", "stylesheet");
		markup_attribute(markup, "href", frame->style_file);
		markup_close_empty(markup);
	} else {
		/* Not to be escaped: it is no text to HTML. */
		markup_open(markup, "style");
		markup_raw(markup, frame->style);
		markup_close(markup);
	}
	markup_raw(markup, "\n");
}

static void write_script(struct markup *markup, const struct html_frame *frame)
{
	if (!is_given(frame->script))
		return;
	markup_open(markup, "script");
	if (frame->script_file != NULL)
		markup_attribute(markup, "src", frame->script_file);
	else
		markup_raw(markup, frame->script);
	markup_close(markup);
	markup_raw(markup, "\n");
}

/* Of a page that is shown by "gradient watch": what makes it follow its report. */
void html_write_live(struct markup *markup, const struct html_live *live)
{
	if (live == NULL)
		return;
	markup_open(markup, "link");
	markup_attribute(markup, "rel", "stylesheet");
	markup_attribute(markup, "href", live->style_file);
	markup_close_empty(markup);
	markup_raw(markup, "\n");
	markup_open(markup, "script");
	markup_attribute(markup, "src", live->script_file);
	markup_attribute(markup, "data-page", live->page);
	markup_attribute_printf(markup, "data-version", "%u", live->version);
	markup_attribute(markup, "defer", "");
	markup_close(markup);
	markup_raw(markup, "\n");
}

static void write_head(struct arena *arena, struct markup *markup, const struct html_frame *frame)
{
	markup_open(markup, "head");
	markup_raw(markup, "\n<meta charset=\"utf-8\">\n");
	write_policy(arena, markup, frame);
	markup_raw(markup,
		   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
	markup_element(markup, "title", frame->title);
	markup_raw(markup, "\n");
	write_meta(markup, "description", frame->description);
	write_meta(markup, "author", frame->author);
	write_meta(markup, "keywords", frame->keywords);
	write_meta(markup, "dcterms.publisher", frame->author);
	write_meta(markup, "dcterms.language", frame->language);
	if (frame->published.year > 0)
		write_meta(markup, "dcterms.issued", date_text(arena, frame->published));
	write_style(markup, frame);
	html_write_live(markup, frame->live);
	markup_close(markup);
	markup_raw(markup, "\n");
}

/* What the script says, so that its words are in the table of the language like all others. */
static void write_script_words(struct markup *markup, const struct html_frame *frame)
{
	static const struct {
		const char *attribute;
		enum string_id id;
	} words[] = {
		{ "data-sort", STRING_HTML_SORT },       { "data-download", STRING_HTML_DOWNLOAD },
		{ "data-copy", STRING_HTML_COPY },       { "data-copied", STRING_HTML_COPIED },
		{ "data-scrolls", STRING_HTML_SCROLLS },
	};

	if (!is_given(frame->script))
		return;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		markup_attribute(markup, words[i].attribute,
				 strings_text(frame->strings, words[i].id));
}

static void write_warning(struct markup *markup, const char *warning, const char *place)
{
	if (warning == NULL)
		return;
	markup_open(markup, "p");
	markup_attribute(markup, "class", place);
	markup_text(markup, warning);
	markup_close(markup);
	markup_raw(markup, "\n");
}

void html_frame_write(struct arena *arena, const struct html_frame *frame,
		      const struct buffer *body, struct buffer *out)
{
	struct markup *markup = markup_new();

	markup_raw(markup, "<!DOCTYPE html>\n");
	markup_open(markup, "html");
	markup_attribute(markup, "lang", frame->language);
	markup_raw(markup, "\n");
	write_head(arena, markup, frame);
	markup_open(markup, "body");
	write_script_words(markup, frame);
	markup_raw(markup, "\n");
	markup_open(markup, "a");
	markup_attribute(markup, "class", "skip");
	markup_attribute(markup, "href", "#" HTML_MAIN_ID);
	markup_text(markup, strings_text(frame->strings, STRING_HTML_SKIP));
	markup_close(markup);
	markup_raw(markup, "\n");
	write_warning(markup, frame->warning, "warning first");
	markup_raw(markup, buffer_text(body));
	write_warning(markup, frame->warning, "warning last");
	write_script(markup, frame);
	markup_close(markup);
	markup_raw(markup, "\n");
	markup_close(markup);
	markup_raw(markup, "\n");
	markup_finish(markup, out);
}
