#include "nisca-analysis.h"
void nisca_tap(packet_info *pinfo _U_, const nisca_message_t *message _U_, const nisca_summary_t *summary _U_) {}
void nisca_stats_register(int proto _U_) {}
