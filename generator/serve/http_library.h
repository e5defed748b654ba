/*
 * http_library.h - the functions of libmicrohttpd, which is loaded when pages are shown.
 */
#ifndef GRADIENT_SERVE_HTTP_LIBRARY_H
#define GRADIENT_SERVE_HTTP_LIBRARY_H

#include <microhttpd.h>

#include "base/late_library.h"

#define HTTP_FUNCTIONS(FUNCTION)                                                                   \
	FUNCTION(MHD_add_response_header)                                                          \
	FUNCTION(MHD_create_response_from_buffer)                                                  \
	FUNCTION(MHD_destroy_response)                                                             \
	FUNCTION(MHD_get_version)                                                                  \
	FUNCTION(MHD_lookup_connection_value)                                                      \
	FUNCTION(MHD_queue_response)                                                               \
	FUNCTION(MHD_resume_connection)                                                            \
	FUNCTION(MHD_start_daemon)                                                                 \
	FUNCTION(MHD_stop_daemon)                                                                  \
	FUNCTION(MHD_suspend_connection)

struct http_library {
	HTTP_FUNCTIONS(LATE_POINTER)
};

#endif
