/** The quick reference of the service guide, to the letter: rows without a last bar, empty cells, bare addresses, one date of 2022. */
export const serviceGuideTable = `### SRR Quick Reference

| | |
| --- | ----------- |
| Business Program owner(s) | 200 Folly Brook Boulevard, Wethersfield, CT 06109<br>Phone: 860-263-6281<br>Andrew Condon<br>June 29, 2022
| Delegated Administrators: | |
| **Production Environment** | *Secure Transport 5.3.0*  |
| Administration: | https://159.247.3.180:444/coreadmin/auth/login.jspx |
| User Upload target: | https://SecureTransport.ct.gov |
| **Staging Environment** | *Secure Transport 5.3.0* |
| Administration: | https://159.247.3.179:444/coreadmin/auth/login.jspx |
| User Upload target: | https://SecureTransport.ct.gov |
| **Support & Incident Escalation** | *Secure Transport 5.3.0* |
| DOL Service Desk: | https://dol-ap0141/MRcgi/MRentrancePage.pl |
| DOL Contacts: | Jackie Russo |
| BITS Service Desk: | |
| BITS Contacts: |  |
| **Additional Resources** | |
| AXWAY On-Line Help: | https://159.247.3.180:444/help/Default.htm |
`
