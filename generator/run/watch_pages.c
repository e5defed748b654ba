#include "run/watch_pages.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/source.h"
#include "html/html.h"
#include "markup/markup.h"
#include "run/run.h"
#include "run/web.h"
#include "serve/server.h"

static const char type_html[] = "text/html; charset=utf-8";
static const char style_address[] = "live/watch.css", script_address[] = "live/watch.js";

const char *watch_page_name(const struct run *run)
{
	return arena_printf(run->arena, "%s.html", path_stem(run->arena, run->options->spec));
}

static bool show_part(const struct watch_pages *pages, const struct run *run, const char *file,
		      const char *address, const char *type)
{
	const char *path = path_join(run->arena, run->share, file);
	const struct source *source = source_read(run->arena, path, path, (struct location){ 0 },
						  DIAG_SPEC_UNREADABLE, run->diags);

	if (source == NULL)
		return false;
	server_show(pages->server,
		    &(struct server_file){ address, type, source->bytes, source->length, 0 });
	return true;
}

static void show_page(const struct watch_pages *pages, const char *name, struct buffer *bytes)
{
	server_show(pages->server, &(struct server_file){ name, type_html, buffer_text(bytes),
							  bytes->length, pages->version });
	buffer_clear(bytes);
}

/* Messages are put into it by the script; without, they are in the terminal. */
bool watch_show_nothing(const struct watch_pages *pages, const struct run *run)
{
	const char *name = watch_page_name(run);
	struct markup *markup = markup_new();
	struct buffer bytes;

	buffer_init(&bytes);
	markup_raw(markup, "<!DOCTYPE html>\n");
	markup_open(markup, "html");
	markup_attribute(markup, "lang", "en-GB");
	markup_raw(markup,
		   "<head>\n<meta charset=\"utf-8\">\n"
		   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		   "style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; "
		   "form-action 'none'\">\n<meta name=\"viewport\" "
		   "content=\"width=device-width, initial-scale=1\">\n");
	markup_element(markup, "title", arena_printf(run->arena, "%s: no statement yet", name));
	html_write_live(markup,
			&(struct html_live){ style_address, script_address, name, pages->version });
	markup_raw(
		markup,
		"</head>\n<body class=\"live-nothing\">\n<main>\n<h1>No statement yet</h1>\n"
		"<p>It comes as soon as it is made and its files have no errors. Errors are told "
		"in the terminal, and here where scripts run.</p>\n</main>\n</body>\n");
	markup_close(markup);
	markup_finish(markup, &bytes);
	show_page(pages, name, &bytes);
	return show_part(pages, run, "layouts/watch.css", style_address,
			 "text/css; charset=utf-8") &&
	       show_part(pages, run, "layouts/watch.js", script_address,
			 "text/javascript; charset=utf-8");
}

static bool show_document(const struct watch_pages *pages, const struct run *run,
			  const struct extract_pages *extract, const char *name)
{
	const struct html_live live = { style_address, script_address, name, pages->version };
	struct html_job job;
	struct buffer bytes;

	if (!web_job(run, extract, &job))
		return false;
	job.fonts = pages->fonts;
	job.live = &live;
	buffer_init(&bytes);
	html_write_document(&job, &bytes);
	show_page(pages, name, &bytes);
	return true;
}

bool watch_show_report(const struct watch_pages *pages, const struct run *run)
{
	return show_document(pages, run, NULL, watch_page_name(run));
}

bool watch_show_extracts(const struct watch_pages *pages, const struct run *run)
{
	for (size_t i = 0; i < run->document->extract_count; i++) {
		const struct extract_pages *extract = &run->extracts[i];

		if (!show_document(pages, run, extract,
				   arena_printf(run->arena, "%s.html", extract->document->id)))
			return false;
	}
	return true;
}

/* The lines of JSON that messages are written as, in one object. */
void watch_tell(const struct watch_pages *pages, const struct diag_list *diags, bool shown)
{
	struct buffer lines, news;
	const char *at;

	buffer_init(&lines);
	buffer_init(&news);
	diag_write_json(diags, &lines);
	buffer_printf(&news, "{\"shown\":%s,\"messages\":[", shown ? "true" : "false");
	at = buffer_text(&lines);
	for (const char *end; (end = strchr(at, '\n')) != NULL; at = end + 1) {
		buffer_add(&news, at, (size_t)(end - at));
		buffer_add_text(&news, end[1] == '\0' ? "" : ",");
	}
	buffer_add_text(&news, "]}");
	server_tell(pages->server, buffer_text(&news));
	buffer_clear(&lines);
	buffer_clear(&news);
}
