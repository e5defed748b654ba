/*
 * gallery.h - a page that shows the charts of a report with their words and the files they can be had as.
 *
 * For those who put single charts into documents, slides and web pages of their own. It works without its script,
 * which only adds buttons that copy words.
 */
#ifndef GRADIENT_HTML_GALLERY_H
#define GRADIENT_HTML_GALLERY_H

#include "html/html.h"
#include "model/strings.h"

/* A file beside the page. */
struct html_download {
	const char *file, *words;
};

struct html_gallery_chart {
	const struct html_figure *figure;
	const char *description; /* what it shows at more length; "" if none */
	const struct html_download *downloads;
	size_t download_count;
	const char *lacks; /* which files there are not, and why; "" if none */
};

struct html_gallery {
	enum string_id title, lead, which; /* heading, what is here, which file is for what */
	const struct html_gallery_chart *charts;
	size_t count;
};

/* The style and script of the job are those of the gallery too. */
void html_write_gallery(const struct html_job *job, const struct html_gallery *gallery,
			struct buffer *out);

#endif
