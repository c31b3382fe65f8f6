using System.Globalization;
using System.Text.Json;
using IntegrationPlatform.Journey;
using IntegrationPlatform.Journey.Partners;
using IntegrationPlatform.Journey.Story;

var json = args.Contains("--json");
return 0;
